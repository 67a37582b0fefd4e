-- How many people's records wait to be held against the rules.
select count(*) from recording_due
