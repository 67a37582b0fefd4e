-- The number of the next night.
select coalesce(max(number), 0) + 1 from run
