-- That an entry was moved ends with it.
delete from entry_move where entry = :entry
