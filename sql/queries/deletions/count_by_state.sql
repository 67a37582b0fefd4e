-- How many requests stand where.
select state, cast(count(*) as bigint) from deletion_case group by state order by state
