-- The entries of an involvement.
delete from entry where involvement = :involvement returning cast(id as text)
