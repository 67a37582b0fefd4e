-- The names of all workers.
select name from professional
