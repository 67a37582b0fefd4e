-- Whoever has an entry of this account is looked at again, unless many have it.
insert into recording_due (person)
select distinct i.person from entry e join involvement i on i.id = e.involvement
where e.account_print = :account_print
    and not exists (select 1 from entry x where x.account_print = :account_print limit 1 offset 20)
on conflict (person) do nothing
