-- How many findings are open, by rule, worker and team.
select rule, coalesce(worker, ''), coalesce(team, ''), count(*) from recording_finding
where state = 'open' group by rule, worker, team order by 1, 2, 3
