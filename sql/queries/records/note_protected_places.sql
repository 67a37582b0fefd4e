-- A person has a protected place.
insert into person_with_protected_place (person) values (:person) on conflict (person) do nothing
