-- Whoever has an entry of the same account as one of this involvement is looked at again, unless many have it.
insert into recording_due (person)
select distinct i.person from entry e
cross join entry o
cross join involvement i
where o.account_print = e.account_print and i.id = o.involvement and e.involvement = :involvement
    and o.involvement <> e.involvement
    and not exists (select 1 from entry x where x.account_print = e.account_print limit 1 offset 20)
on conflict (person) do nothing
