-- The accounts that more than one entry has.
select account_print from entry where account_print is not null group by account_print having count(*) > 1
