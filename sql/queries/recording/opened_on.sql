-- How many findings were opened on a day, or again, by rule, worker and team.
select rule, coalesce(worker, ''), coalesce(team, ''), count(*) from recording_finding
where opened_on = :day group by rule, worker, team order by 1, 2, 3
