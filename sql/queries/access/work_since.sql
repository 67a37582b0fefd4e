-- How many items were decided of each request on each day, from a day on.
select request, decided_on, cast(count(*) as bigint)
from access_item where decided_on >= :since group by request, decided_on order by decided_on, request
