-- Everything that was done with an access request, in order.
select number, event, state, happened_on, recorded_at, recorded_by, facts
from access_event where request = :request order by number
