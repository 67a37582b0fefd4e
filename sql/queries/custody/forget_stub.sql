-- Nobody names a stub any more.
delete from person_stub where person = :person
