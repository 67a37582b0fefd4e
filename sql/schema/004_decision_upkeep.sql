-- How decisions are found again, and what keeps them current.
create index decision_by_reconsider_on on decision (reconsider_on, person) where reconsider_on is not null;
create index decision_by_attention on decision (attention, person, involvement) where attention is not null;

-- Whose facts, outside the person's own records, a decision read: a change there evaluates the reader again.
create table decision_read (
    reader plain_text not null,
    read_person plain_text not null,
    primary key (reader, read_person)
);
create index decision_read_by_read_person on decision_read (read_person, reader);

-- People whose facts have changed since they were last decided on.
create table stale_person (
    person plain_text not null primary key
);

-- How many decisions there are of each kind: what the morning report reads instead of every decision. falls_in is the
-- year of a retained record's last protected day, else ''.
create table decision_tally (
    service plain_text not null,
    outcome plain_text not null,
    rule plain_text not null,
    falls_in plain_text not null,
    conflict integer not null,
    decisions bigint not null,
    primary key (service, outcome, rule, falls_in, conflict)
);
-- The retained ones again by month (YYYY-MM), of which only a few are read.
create table retained_tally (
    falls_in plain_text not null,
    service plain_text not null,
    rule plain_text not null,
    conflict integer not null,
    decisions bigint not null,
    primary key (falls_in, service, rule, conflict)
);

-- Schedules adopted, newest last; only the newest is in force.
create table adopted_schedule (
    number integer primary key,
    adopted_at plain_text not null,
    adopted_by plain_text not null,
    title plain_text not null,
    version plain_text not null,
    digest plain_text not null,
    schedule plain_text not null,
    catalogue plain_text not null
)
