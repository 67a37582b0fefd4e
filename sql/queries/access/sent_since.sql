-- Access requests sent from a day on: their items, when the last was decided and the last answer came.
select c.request, c.dispatched_on,
    (select cast(count(*) as bigint) from access_item i where i.request = c.request),
    (select max(i.decided_on) from access_item i where i.request = c.request),
    (select max(a.answered_on) from access_ask a where a.request = c.request)
from access_case c where c.dispatched_on >= :since order by c.request
