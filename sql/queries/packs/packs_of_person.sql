-- The packs about a person, by request.
select request, person, state, made_on, made_by, made_of, capacity, folder, ends_on, facts
from access_pack where person = :person order by request
