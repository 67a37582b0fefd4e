-- How many findings were opened on a day, or again, and are no longer open, by rule, worker and team.
select rule, coalesce(worker, ''), coalesce(team, ''), count(*) from recording_finding
where opened_on = :day and state <> 'open' group by rule, worker, team
