-- Sign-off, destruction and proof. An ended record's own rows are gone; what stays here names nobody: numbers, codes,
-- counts, keyed digests.

-- What is proposed for its end (or for an action on the way), one open proposal an involvement and action.
-- person and involvement are null once the record has ended.
create table proposal (
    number bigint primary key,
    person plain_text,
    involvement plain_text,
    service plain_text not null,
    action plain_text not null,
    rule plain_text not null,
    retain_until plain_text,
    schedule integer not null,
    -- of everything it covers, as it stood: custody/fingerprint
    fingerprint plain_text not null,
    -- policy/disposition_workflow: proposed approved packed withdrawn executed
    state plain_text not null,
    proposed_on plain_text not null,
    approvals_needed integer not null,
    -- the earliest day it may be executed, once approved
    executes_on plain_text,
    deferred_until plain_text,
    deferred_by plain_text,
    deferral_reason plain_text,
    -- the answer to a review: destroy
    answer plain_text,
    answer_reason plain_text,
    withdrawn_on plain_text,
    -- a code: not-due, changed, held, ended, schedule, kept
    withdrawn_because plain_text,
    executed_at plain_text,
    certificate bigint
);
create unique index proposal_open on proposal (involvement, action)
    where state in ('proposed', 'approved', 'packed');
create index proposal_by_person on proposal (person) where person is not null;
create index proposal_by_state on proposal (state, number);
create index proposal_ready on proposal (person, executes_on) where state in ('approved', 'packed');
create index proposal_by_involvement on proposal (involvement) where involvement is not null;
-- what the morning report counts
create index proposal_open_by_kind on proposal (state, action, answer, deferred_until)
    where state in ('proposed', 'approved', 'packed');

create table approval (
    proposal bigint not null references proposal (number),
    approved_by plain_text not null,
    role plain_text not null,
    approved_on plain_text not null,
    -- the first day it counts no more
    lapses_on plain_text not null,
    primary key (proposal, approved_by)
);

-- A person's answer to a review: keep it until a day. The evaluator reads that day with the involvement.
create table kept_by_decision (
    involvement plain_text primary key,
    keep_until plain_text not null,
    reason plain_text not null,
    decided_by plain_text not null,
    decided_on plain_text not null
);
alter table involvement add column kept_until plain_text;

-- People whose proposals are to be looked at: what is decided of them, or what their proposals cover, has changed.
-- '' is everybody.
create table review_person (
    person plain_text primary key
);

-- How far the disposition review has come: one row.
create table review_state (
    one integer primary key,
    reviewed_on plain_text not null,
    -- the adopted schedule it went by
    schedule integer not null
);

-- The word owed to the person before an irreplaceable record goes, or the lawful reason why none is owed.
create table destruction_notice (
    involvement plain_text primary key,
    written_on plain_text not null,
    letter plain_text,
    sent_on plain_text,
    sent_by plain_text,
    waived_on plain_text,
    waived_by plain_text,
    waiver_reason plain_text
);
create index notice_unwritten on destruction_notice (involvement)
    where letter is null and sent_on is null and waived_on is null;

-- Actions on the way that have been carried out, so that they are not proposed again.
create table done_on_the_way (
    involvement plain_text not null,
    action plain_text not null,
    rule plain_text not null,
    done_on plain_text not null,
    certificate bigint not null,
    primary key (involvement, action, rule)
);

create table certificate (
    number bigint primary key references register_line (number),
    issued_at plain_text not null,
    certificate plain_text not null
);

create index certificate_by_issue on certificate (issued_at);

-- Keyed digests of the records that ended (custody/pseudonym), and the register's line that says so.
create table ended_record (
    digest plain_text primary key,
    line bigint not null
);

-- Stored files no row names any more, until the sweeper has unlinked them: a document by its digest, another file
-- as file:PATH or folder:PATH, and 'engine' for what the database engine itself keeps of ended rows.
create table erasure_intention (
    digest plain_text primary key,
    line bigint not null,
    intended_at plain_text not null
);

-- What a source system is told to destroy too. The reference goes when the source has confirmed.
create table disposal_instruction (
    certificate bigint primary key references certificate (number),
    system plain_text not null,
    reference plain_text,
    written_on plain_text not null,
    confirmed_on plain_text,
    confirmed_by plain_text
);

-- What a receiver was given: a bundle waits under our roof until its receipt is recorded.
create table handover (
    proposal bigint primary key references proposal (number),
    receiver plain_text not null,
    folder plain_text not null,
    manifest plain_text not null,
    packed_on plain_text not null,
    received_on plain_text,
    recorded_by plain_text
);

-- People whose own record has ended but whom others' kept records still name.
create table person_stub (
    person plain_text primary key references person (id),
    since plain_text not null,
    line bigint not null
);

-- A line for statistics where a record was anonymised. Years and bands only.
create table anonymous_statistic (
    number bigint primary key,
    service plain_text not null,
    opened_year plain_text not null,
    closed_year plain_text not null,
    age_band plain_text not null,
    entries bigint not null
);

-- How far the mirror and the signed tree heads have come: one row.
create table register_state (
    one integer primary key,
    mirrored bigint not null,
    tree_size bigint not null,
    tree_frontier plain_text not null
);

-- A schedule that waits for a second person, and the cooling-off of the one in force.
create table schedule_in_waiting (
    digest plain_text primary key,
    proposed_at plain_text not null,
    proposed_by plain_text not null,
    reason plain_text not null,
    schedule plain_text not null,
    catalogue plain_text not null,
    earlier bigint not null,
    later bigint not null
);
alter table adopted_schedule add column reason plain_text;
alter table adopted_schedule add column confirmed_by plain_text;
alter table adopted_schedule add column cooling_until plain_text;

-- Open complaints and claims hold by themselves, and a schedule's rules differ by services.
create index involvement_by_service on involvement (service, closed);

-- Which load last wrote a row: who imported the change may not approve what it made due.
alter table involvement add column loaded_in bigint;
alter table person add column loaded_in bigint;

-- Actions on the way whose day comes.
create index decision_by_minimise_on on decision (minimise_on, person) where minimise_on is not null;
create index decision_by_transfer_on on decision (transfer_on, person) where transfer_on is not null;

-- What ends with an involvement is found by it.
create index disclosure_by_involvement on disclosure (involvement) where involvement is not null
