-- The head of the register's chain.
select number, digest from register_line order by number desc limit 1
