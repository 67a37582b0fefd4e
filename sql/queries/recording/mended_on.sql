-- How many findings were mended on a day, by rule, worker and team.
select rule, coalesce(worker, ''), coalesce(team, ''), count(*) from recording_finding
where closed_on = :day and state = 'mended' group by rule, worker, team
