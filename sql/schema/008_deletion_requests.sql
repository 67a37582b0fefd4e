-- The casework of deletion requests: where each stands, what is said and decided of its parts, and everything that was
-- done. Free text stays here; the register has codes. It ends with the request it belongs to.
create table deletion_case (
    request plain_text primary key references deletion_request (id),
    -- policy/deletion_workflow
    state plain_text not null,
    referred_from plain_text,
    assessed_on plain_text,
    -- digest of the parts and verdicts; a warning stands for one of them
    assessment plain_text
);
create index deletion_case_by_state on deletion_case (state, request);

create table deletion_item (
    request plain_text not null references deletion_case (request),
    -- typed: involvement:I1, entry:E7, document:D2
    item plain_text not null,
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

create table deletion_event (
    request plain_text not null references deletion_case (request),
    number integer not null,
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
