-- A person has no protected place any more.
delete from person_with_protected_place where person = :person
