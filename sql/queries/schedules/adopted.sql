-- The schedule in force.
select number, adopted_at, adopted_by, title, version, digest, schedule, catalogue, reason, confirmed_by, cooling_until
from adopted_schedule order by number desc limit 1
