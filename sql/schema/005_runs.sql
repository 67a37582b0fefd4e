-- What the nights did, what the loads found, and the register.
create table run (
    number integer primary key,
    as_of plain_text not null,
    dry_run integer not null,
    started_at plain_text not null,
    ended_at plain_text,
    actor plain_text not null
);
create table run_job (
    run integer not null references run (number),
    position integer not null,
    job plain_text not null,
    outcome plain_text not null,
    handled bigint not null,
    refused bigint not null,
    failed bigint not null,
    seconds double precision not null,
    failures plain_text,
    counts plain_text,
    primary key (run, position)
);

create table load (
    number integer primary key,
    loaded_at plain_text not null,
    loaded_on plain_text not null,
    format plain_text not null,
    actor plain_text not null,
    digest plain_text not null,
    lines_read bigint not null,
    stored bigint not null,
    unchanged bigint not null,
    rejected bigint not null,
    findings bigint not null,
    errors bigint not null
);
create table load_finding (
    load integer not null references load (number),
    position integer not null,
    severity plain_text not null,
    file plain_text,
    line bigint not null,
    message plain_text not null,
    primary key (load, position)
);

create table register_line (
    number bigint primary key,
    kind plain_text not null,
    -- the text that was hashed, and its SHA-256
    line plain_text not null,
    digest plain_text not null
);

-- Exports: the reason in words, which the register does not hold.
create table export_log (
    register_line bigint primary key references register_line (number),
    person plain_text,
    reason plain_text not null
)
