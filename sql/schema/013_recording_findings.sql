-- What records fall short of what they must contain (config/recording_rules.toml). A finding is named by its rule and what it
-- is about, so that it is the same one however often it is found. It says nothing that the record does not say better, so
-- neither an export nor an access pack carries it; it ends with its record. The reason of a waiver is free text and stays here.
create table recording_finding (
    -- of rule and thing
    id plain_text primary key,
    rule plain_text not null,
    -- typed: entry:E7; involvement:I1
    thing plain_text not null,
    person plain_text not null,
    involvement plain_text not null,
    -- whom to ask: a professional; null: nobody is named
    worker plain_text,
    team plain_text,
    -- codes, JSON list: policy/record_check
    lacks plain_text not null,
    -- when what it is about happened, and until when it was to be done
    about_on plain_text,
    owed_by plain_text,
    -- open; waived: set aside by a person; mended; lapsed: no longer asked for
    state plain_text not null,
    first_seen_on plain_text not null,
    -- since when it is open, or was before it closed; how often it came back
    opened_on plain_text not null,
    reopened integer not null,
    -- mended or lapsed
    closed_on plain_text,
    waived_on plain_text,
    waived_by plain_text,
    -- from that day it is open again
    waived_until plain_text,
    waiver_reason plain_text
);
create index recording_finding_by_person on recording_finding (person);
create index recording_finding_by_involvement on recording_finding (involvement);
create index recording_finding_open on recording_finding (rule, worker, team, state) where state = 'open';
create index recording_finding_asked on recording_finding (coalesce(worker, ''), opened_on) where state = 'open';
create index recording_finding_of_team on recording_finding (coalesce(team, ''), opened_on) where state = 'open';
create index recording_finding_by_age on recording_finding (first_seen_on, id) where state = 'open';
create index recording_finding_by_opening on recording_finding (opened_on, rule, worker, team);
create index recording_finding_by_closing on recording_finding (closed_on) where closed_on is not null;
create index recording_finding_by_waiver on recording_finding (waived_on) where waived_on is not null;

-- People whose records have changed since they were last held against the rules.
create table recording_due (
    person plain_text primary key
);

-- When the passing of time alone may change what is found of somebody.
create table recording_watch (
    person plain_text primary key,
    look_again_on plain_text not null
);
create index recording_watch_by_day on recording_watch (look_again_on);

-- Entries of which a document was destroyed by decision: its copy is not asked for again.
create table recording_without_copy (
    entry plain_text primary key
);

-- How many findings there were, night by night: of all, of a rule, of a worker, of a team. A night on which nothing of one
-- changed has no row of it. name '' : of all; worker or team: nobody, none.
create table recording_count (
    -- all, rule, worker, team
    of_what plain_text not null,
    name plain_text not null,
    counted_on plain_text not null,
    open_findings bigint not null,
    -- on that day
    appeared bigint not null,
    mended bigint not null,
    waived bigint not null,
    primary key (of_what, name, counted_on)
)
