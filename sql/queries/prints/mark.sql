-- Whoever has an entry of this account is looked at again.
insert into recording_due (person)
select distinct i.person from entry e join involvement i on i.id = e.involvement
where e.account_print = :account_print
on conflict (person) do nothing
