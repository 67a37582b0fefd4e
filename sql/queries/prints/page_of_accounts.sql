-- The next entries after one whose accounts may have a print that was not reckoned yet.
select id, account from entry
where id > :after and account_print is null and counts_on is not null and length(account) >= :least
order by id limit :size
