-- How many requests people have worked on, or that were carried out.
select cast(count(*) as bigint) from deletion_case
