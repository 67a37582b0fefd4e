-- A stub is a person with a record again.
delete from person_stub where person = :person
