-- Answers that were sent of a person's record with a part in them, in whole or cut.
select c.request, c.dispatched_on
from access_part p join access_case c on c.request = p.request
where p.item = :item and p.outcome <> 'withheld' and c.person = :person and c.dispatched_on is not null
order by c.request
