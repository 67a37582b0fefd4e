-- One line of the register.
select number, line, digest, kind from register_line where number = :number
