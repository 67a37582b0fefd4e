-- The last day on which anything was decided of each request that is decided.
select i.request, max(i.decided_on)
from access_item i join access_case c on c.request = i.request
where c.state in ('decided', 'signed') and i.decided_on is not null group by i.request order by i.request
