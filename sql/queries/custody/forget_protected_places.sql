-- Of an ended person nothing says that they had a protected place.
delete from person_with_protected_place where person = :person
