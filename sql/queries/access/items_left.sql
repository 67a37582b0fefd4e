-- How many proposals wait for a decision, of each open request.
select i.request, cast(count(*) as bigint)
from access_item i join access_case c on c.request = i.request
where i.decision is null and c.state in ('reviewed', 'decided', 'signed', 'referred', 'disputed')
group by i.request order by i.request
