-- Those decided on for a later day than the one now acted on.
insert into stale_person (person)
select distinct person from decision where evaluated_on > :day
on conflict (person) do nothing
