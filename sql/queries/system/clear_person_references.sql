-- What a record named before.
delete from person_reference where by_type = :by_type and by_id = :by_id
