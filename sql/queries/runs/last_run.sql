-- The latest night before a number, dry runs left out.
select coalesce(max(number), 0) from run where number < cast(:number as bigint) and dry_run = 0
