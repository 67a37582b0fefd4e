-- How many people wait to be decided on.
select count(*) from stale_person
