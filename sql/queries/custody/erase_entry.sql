-- One entry.
delete from entry where id = :id returning cast(id as text)
