-- The records of somebody have changed: looked at where something of theirs is proposed.
insert into review_person (person)
select :person from (
    select 1 from proposal
    where person = :person and state in ('proposed', 'approved', 'packed') limit 1) open_one
where true
on conflict (person) do nothing
