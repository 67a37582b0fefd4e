-- Packs whose files have served their time, after a request in byte order.
select request, person, state, made_on, made_by, made_of, capacity, folder, ends_on, facts
from access_pack where folder is not null and ends_on <= :day and request > :after order by request limit :size
