-- The first day of which anything is known.
select min(happened_on) from access_event
