-- How many findings were set aside on a day, by rule, worker and team.
select rule, coalesce(worker, ''), coalesce(team, ''), count(*) from recording_finding
where waived_on = :day and state = 'waived' group by rule, worker, team order by 1, 2, 3
