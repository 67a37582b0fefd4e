-- A person whose facts another's decisions read.
insert into decision_read (reader, read_person) values (:reader, :read_person)
on conflict (reader, read_person) do nothing
