-- Whoever has an entry of the same account as one of this involvement is looked at again.
insert into recording_due (person)
select distinct i.person from entry e
join entry o on o.account_print = e.account_print
join involvement i on i.id = o.involvement
where e.involvement = :involvement and o.involvement <> e.involvement
on conflict (person) do nothing
