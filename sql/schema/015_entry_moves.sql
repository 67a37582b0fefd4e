-- Entries that were moved to the record they belong in, or will be once a second person agrees. A row names both records, so
-- it ends with either of them, and with the entry; neither an export nor an access pack carries it. Reasons are free text and
-- stay here: what stands beside the two records names neither of the other (domain/remark).
create table entry_move (
    number bigint primary key,
    entry plain_text not null,
    from_involvement plain_text not null,
    from_person plain_text not null,
    to_involvement plain_text not null,
    to_person plain_text not null,
    -- asked: waits for a second person; moved; taken-back
    state plain_text not null,
    reason plain_text not null,
    asked_on plain_text not null,
    asked_at plain_text not null,
    asked_by plain_text not null,
    -- the second person, and what they say to it; null where both records are one person's
    agreed_by plain_text,
    agreed_because plain_text,
    moved_on plain_text
);
create unique index entry_move_waiting on entry_move (entry) where state = 'asked';
create index entry_move_by_entry on entry_move (entry, number);
create index entry_move_by_source on entry_move (from_involvement);
create index entry_move_by_target on entry_move (to_involvement);

-- derived: by what the same account is found among all (domain/account_print); null where it is short. What was written before
-- has none until the first check of all records fills it: account_prints says that it did, or that there was nothing to fill.
alter table entry add column account_print bigint;
create index entry_by_account_print on entry (account_print) where account_print is not null;
insert into store_property (name, value)
select 'account_prints', '1' where not exists (select 1 from entry)
