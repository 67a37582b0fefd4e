-- How many entries were moved, or wait to be.
select count(*) from entry_move
