-- The teams of which something is open.
select distinct coalesce(team, '') from recording_finding where state = 'open' order by 1
