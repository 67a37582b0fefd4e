-- By what an entry's account is found among all.
update entry set account_print = :account_print where id = :id
