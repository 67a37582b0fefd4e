-- Requests to delete, to correct, and objections: what they ask for, what was said beside a record, and their casework.
-- Free text stays here; the register has codes.
alter table deletion_request add column asks_for plain_text;
alter table deletion_request add column statement plain_text;
alter table involvement add column remarks plain_text;
alter table entry add column remarks plain_text;
-- Few have any: holds by words look in them.
create index entry_with_remarks on entry (involvement) where remarks is not null;
create index involvement_with_remarks on involvement (id) where remarks is not null;
-- When the person was told that a restriction would be lifted (UK GDPR Art 18(3)).
alter table hold add column told_on plain_text;

-- Where each request stands. Nothing else stays of one that took all of a person's record with it: then it names nobody.
create table deletion_case (
    request plain_text primary key,
    -- null once that record has ended
    person plain_text,
    asks_for plain_text not null,
    received_on plain_text not null,
    -- policy/deletion_workflow
    state plain_text not null,
    referred_from plain_text,
    assessed_on plain_text,
    -- digest of the parts and verdicts; a warning and a decision stand for one of them
    assessment plain_text,
    -- a code while it waits: cooling-off, held, access-first
    waits_for plain_text,
    executed_on plain_text,
    -- JSON list of numbers
    certificates plain_text,
    -- the folder of the letters that wait to be sent; null once they were
    letters plain_text
);
create index deletion_case_by_state on deletion_case (state, request);
create index deletion_case_left_over on deletion_case (request) where person is null;
create index deletion_case_by_letters on deletion_case (letters) where letters is not null;
create index deletion_case_by_person on deletion_case (person) where person is not null;

create table deletion_item (
    request plain_text not null references deletion_case (request),
    -- typed: involvement:I1, entry:E7, document:D2
    item plain_text not null,
    -- the involvement it is or lies in, and its service
    involvement plain_text not null,
    service plain_text not null,
    -- policy/deletion_assessment: free person-decides claims statutory
    verdict plain_text not null,
    reason plain_text not null,
    authority plain_text not null,
    kept_until plain_text,
    can_be_restricted integer not null,
    -- a person's: delete, keep
    decision plain_text,
    decided_by plain_text,
    decision_reason plain_text,
    primary key (request, item)
);

-- What a person says of a part: misfiled (another's, or another service's), unlawful (should not have been kept). The
-- machine then leaves it to a person whether it goes.
create table deletion_mark (
    request plain_text not null references deletion_case (request),
    item plain_text not null,
    mark plain_text not null,
    reason plain_text not null,
    marked_by plain_text not null,
    marked_on plain_text not null,
    primary key (request, item)
);

create table deletion_event (
    request plain_text not null references deletion_case (request),
    number integer not null,
    -- of policy/deletion_workflow, or what was only noted: identity, competence, mark, extend, letters
    event plain_text not null,
    -- that it led to
    state plain_text not null,
    happened_on plain_text not null,
    recorded_at plain_text not null,
    recorded_by plain_text not null,
    -- what was recorded of it: JSON object
    facts plain_text not null,
    primary key (request, number)
)
