-- Whom a record names.
delete from person_reference where by_type = :by_type and by_id = :by_id returning cast(person as text)
