-- An involvement whose entries have ended.
delete from involvement where id = :involvement returning cast(id as text)
