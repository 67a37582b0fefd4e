-- Those whose decision the passing of time alone may have changed.
insert into stale_person (person)
select distinct person from decision where reconsider_on is not null and reconsider_on <= :day
on conflict (person) do nothing
