-- How many open proposals there are of each kind, those put off apart.
select state, action, coalesce(answer, ''), case when deferred_until > :day then 1 else 0 end, count(*)
from proposal where state in ('proposed', 'approved', 'packed')
group by 1, 2, 3, 4 order by 1, 2, 3, 4
