-- Those whose decisions read a changed person's facts.
insert into stale_person (person)
select reader from decision_read where read_person = :person
on conflict (person) do nothing
