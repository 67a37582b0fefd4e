-- How many findings there are in each state.
select state, count(*) from recording_finding group by state order by state
