-- Everything that was done with a request, in order.
select number, event, state, happened_on, recorded_at, recorded_by, facts
from deletion_event where request = :request order by number
