-- Whom to ask about something that is open.
select distinct coalesce(worker, '') from recording_finding where state = 'open' order by 1
