-- A record that stands alone.
delete from same_person where person = :person
