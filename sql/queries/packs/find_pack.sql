-- The pack of a request.
select request, person, state, made_on, made_by, made_of, capacity, folder, ends_on, facts
from access_pack where request = :request
