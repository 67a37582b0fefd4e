-- That entries were moved into or out of an involvement ends with it.
delete from entry_move where from_involvement = :involvement or to_involvement = :involvement
