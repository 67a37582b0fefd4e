-- A person's own row.
delete from person where id = :person returning cast(id as text)
