-- Only a stub is left of a person.
insert into person_stub (person, since, line) values (:person, :since, :line)
on conflict (person) do update set since = excluded.since, line = excluded.line
