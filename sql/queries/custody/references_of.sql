-- Whom a record names.
select person from person_reference where by_type = :by_type and by_id = :by_id order by person
