-- Of a reduced record stays that entries were moved into or out of it, and not why.
update entry_move set reason = '', agreed_because = null
where from_involvement = :involvement or to_involvement = :involvement
