-- The entries of an involvement end, and that a copy was destroyed with them.
delete from recording_without_copy where entry in (select id from entry where involvement = :involvement)
