-- Nobody is left to be decided on.
delete from stale_person where person = :person
