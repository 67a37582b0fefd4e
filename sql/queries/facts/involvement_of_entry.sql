-- The involvement an entry belongs to.
select involvement from entry where id = :id
