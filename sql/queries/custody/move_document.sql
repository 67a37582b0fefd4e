-- A document lies elsewhere from now on.
update document set entry = :entry, also_in = :also_in where id = :id
