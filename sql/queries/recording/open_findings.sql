-- How many findings are open, by rule, worker and team, and how many of them were opened on a day, or again.
select rule, coalesce(worker, ''), coalesce(team, ''), count(*), sum(case when opened_on = :day then 1 else 0 end)
from recording_finding where state = 'open' group by worker, rule, team
