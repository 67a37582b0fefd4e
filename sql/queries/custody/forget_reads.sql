-- A person reads and is read no more.
delete from decision_read where reader = :person or read_person = :person
