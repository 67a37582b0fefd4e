-- The head of the register's chain.
select number, line, digest, kind from register_line order by number desc limit 1
