-- Who has an address or contact that is marked protected or names whom it is protected from: they are read before
-- anything leaves, and the others are not. Kept in step by whoever writes or ends a person's row.
create table person_with_protected_place (
    person plain_text primary key
);
-- The patterns ask for the canonical JSON of 002 without its colon.
insert into person_with_protected_place (person)
select id from person
where addresses like '%"protected"_true%' or addresses like '%"protected_from"%' or contacts like '%"protected"_true%'
