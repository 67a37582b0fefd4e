-- The number of the next move.
select coalesce(max(number), 0) + 1 from entry_move
