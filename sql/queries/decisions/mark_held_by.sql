-- Those whose decision names a hold, by the pattern of its quoted id.
insert into stale_person (person)
select distinct person from decision where holds like :pattern escape '!'
on conflict (person) do nothing
