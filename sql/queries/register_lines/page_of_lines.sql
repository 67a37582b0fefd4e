-- The next lines of the register.
select number, line, digest, kind from register_line where number > :after order by number limit :size
