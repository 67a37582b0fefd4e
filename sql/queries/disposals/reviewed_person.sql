-- Somebody's proposals have been looked at.
delete from review_person where person = :person
