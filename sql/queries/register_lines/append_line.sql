-- A line of the register, chained to the one before.
insert into register_line (number, kind, line, digest) values (:number, :kind, :line, :digest)
