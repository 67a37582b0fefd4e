-- Everybody: the schedule is another altogether, or a hold's scope is not narrowed by people or services.
insert into stale_person (person)
select id from person where true
on conflict (person) do nothing
