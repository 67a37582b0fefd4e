-- An entry ends, and that its copy was destroyed with it.
delete from recording_without_copy where entry = :entry
