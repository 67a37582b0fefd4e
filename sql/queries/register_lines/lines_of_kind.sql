-- The next lines of one kind.
select number, line, digest, kind from register_line where number > :after and kind = :kind order by number limit :size
