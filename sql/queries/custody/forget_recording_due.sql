-- Nobody is left whose record is to be held against the rules.
delete from recording_due where person = :person
