-- How many rows of each type there are.
select type, records from record_count order by type
