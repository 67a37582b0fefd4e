-- The latest night of an earlier day, dry runs left out.
select coalesce(max(number), 0) from run where as_of < :day and dry_run = 0
