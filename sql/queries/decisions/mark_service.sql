-- Everybody with an involvement in a service whose rules differ.
insert into stale_person (person)
select distinct person from involvement where service = :service
on conflict (person) do nothing
