-- Access requests: how they came and what was wished, and their casework from receipt to dispatch. Free text stays here;
-- the register has codes.
alter table access_request add column channel plain_text;
alter table access_request add column support plain_text;
alter table access_request add column route plain_text;
alter table access_request add column statement plain_text;

create table access_case (
    request plain_text primary key references access_request (id),
    person plain_text not null,
    -- policy/access_workflow
    state plain_text not null,
    came_from plain_text,
    reviewed_on plain_text,
    -- digest of what the person's file held when the proposals were made; decisions stand for one of them
    review plain_text,
    dispatched_on plain_text,
    -- the folder of drafted letters that wait to be sent; null where there is none
    letters plain_text
);
create index access_case_by_state on access_case (state, request);
create index access_case_by_dispatch on access_case (dispatched_on) where dispatched_on is not null;
create index access_case_by_person on access_case (person);
create index access_case_by_letters on access_case (letters) where letters is not null;

-- What might be withheld, and what a person decided of it.
create table access_item (
    request plain_text not null references access_case (request),
    -- typed: entry:E7, document:D2, disclosure:X1, involvement:I1, person:P1, material:1
    item plain_text not null,
    -- of config/release_rules.toml
    rule plain_text not null,
    -- of whom or which place: person:P2, professional:W1, name:TEXT, place:P2/address/0; empty: all of the item
    about plain_text not null,
    -- withhold, barred, weigh, look
    proposal plain_text not null,
    why plain_text not null,
    -- a person's: withhold, part, show
    decision plain_text,
    decided_by plain_text,
    decided_on plain_text,
    -- what was recorded of it: JSON object {"reason","part","known","record":{…},"content","consent"}
    facts plain_text,
    countersigned_by plain_text,
    countersigned_on plain_text,
    look_again_on plain_text,
    primary key (request, item, rule, about)
);

create index access_item_by_day on access_item (decided_on) where decided_on is not null;
create index access_item_open on access_item (request) where decision is null;
create index access_item_by_item on access_item (item);

-- What was asked of whom: a search of a data owner, an opinion, a consent, advice.
create table access_ask (
    request plain_text not null references access_case (request),
    number integer not null,
    -- search, opinion, consent, advice
    kind plain_text not null,
    whom plain_text not null,
    -- what it is about: a system, a typed key, a question; JSON list of items of an opinion
    about plain_text not null,
    asked_on plain_text not null,
    answer_by plain_text not null,
    answered_on plain_text,
    -- given, refused, impossible; harm, no-harm; found, nothing; told
    outcome plain_text,
    facts plain_text not null,
    reminded integer not null,
    reminded_on plain_text,
    primary key (request, number)
);
create index access_ask_open on access_ask (answer_by, request) where answered_on is null;
create index access_ask_opinions on access_ask (request, number) where kind = 'opinion';

-- Scans and papers from outside the store, kept with the request.
create table access_material (
    request plain_text not null references access_case (request),
    number integer not null,
    title plain_text not null,
    place plain_text not null,
    media_type plain_text not null,
    sha256 plain_text not null,
    added_on plain_text not null,
    added_by plain_text not null,
    primary key (request, number)
);
create index access_material_by_digest on access_material (sha256);

-- What was in the file when it was sent, and what became of each part: shown, part, withheld. The content is a digest of
-- the part as it stood then.
create table access_part (
    request plain_text not null references access_case (request),
    item plain_text not null,
    outcome plain_text not null,
    content plain_text not null,
    primary key (request, item)
);
create index access_part_by_item on access_part (item);

create table access_event (
    request plain_text not null references access_case (request),
    number integer not null,
    -- of policy/access_workflow, or what was only noted: identity, competence, pause, resume, search, word
    event plain_text not null,
    -- that it led to
    state plain_text not null,
    happened_on plain_text not null,
    recorded_at plain_text not null,
    recorded_by plain_text not null,
    -- what was recorded of it: JSON object
    facts plain_text not null,
    primary key (request, number)
);

-- Open access requests that are to be reviewed again: something that they are reviewed by has changed.
create table access_review_due (
    request plain_text primary key references access_case (request)
)
