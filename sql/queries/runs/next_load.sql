-- The number of the next load.
select coalesce(max(number), 0) + 1 from load
