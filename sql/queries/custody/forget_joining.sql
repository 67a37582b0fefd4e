-- A person's record is joined with no other.
delete from same_person where person = :person
