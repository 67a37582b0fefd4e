-- A line of the register, chained to the one before.
insert into register_line (number, at, kind, actor, facts, previous, digest)
values (:number, :at, :kind, :actor, :facts, :previous, :digest)
