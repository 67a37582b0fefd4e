-- A person whose facts have changed.
insert into stale_person (person) values (:person) on conflict (person) do nothing
