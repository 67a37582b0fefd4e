-- Who brought rows of a person's record in, over all loads: nobody approves the end of what they loaded.
create table brought_in (
    person plain_text not null,
    brought_by plain_text not null,
    primary key (person, brought_by)
);
insert into brought_in (person, brought_by)
select p.id, l.actor from person p join load l on l.number = p.loaded_in
union
select i.person, l.actor from involvement i join load l on l.number = i.loaded_in;
alter table involvement drop column loaded_in;
alter table person drop column loaded_in;

-- 1 while lines were taken back after a restore and what they ended is not ended again yet.
alter table register_state add column replaying integer not null default 0;
-- What the key that names ended records makes of a fixed text: another key would know none of them.
alter table register_state add column key_check plain_text;

-- The highest number that a proposal had which a restore has lost.
alter table register_state add column last_proposal bigint not null default 0;

create index export_by_person on export_log (person);
-- Word given, or not to be given, that has grown old.
create index notice_by_word on destruction_notice (coalesce(waived_on, sent_on))
