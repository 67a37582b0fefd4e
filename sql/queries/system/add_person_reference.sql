-- A record names a person.
insert into person_reference (person, by_type, by_id) values (:person, :by_type, :by_id)
on conflict (person, by_type, by_id) do nothing
