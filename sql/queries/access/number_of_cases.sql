-- How many access requests people have worked on.
select cast(count(*) as bigint) from access_case
