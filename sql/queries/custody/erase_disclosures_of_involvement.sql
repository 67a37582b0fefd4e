-- What was disclosed of an involvement.
delete from disclosure where involvement = :involvement returning cast(id as text)
