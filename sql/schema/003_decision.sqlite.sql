-- Written in the order of its key, a million rows a night when a schedule changes: on SQLite its key is its only tree.
-- What was decided of each involvement (involvement '' : a person without any), and what keeps that current.
create table decision (
    person plain_text not null,
    involvement plain_text not null,
    service plain_text not null,
    outcome plain_text not null,
    rule plain_text,
    retain_until plain_text,
    minimise_on plain_text,
    transfer_on plain_text,
    conflict integer not null,
    reconsider_on plain_text,
    holds plain_text,
    evaluated_on plain_text not null,
    schedule integer not null,
    -- the outcome again where a person must look (due, review, held, undetermined, conflict), else null
    attention plain_text,
    primary key (person, involvement)
) without rowid
