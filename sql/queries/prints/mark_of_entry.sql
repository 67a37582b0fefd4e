-- Whoever has an entry of the same account as this one is looked at again.
insert into recording_due (person)
select distinct i.person from entry e
join entry o on o.account_print = e.account_print
join involvement i on i.id = o.involvement
where e.id = :entry and o.id <> e.id
on conflict (person) do nothing
