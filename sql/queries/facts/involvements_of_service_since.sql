-- Involvements of a service that are open, or were closed on a day or later.
select id, person, opened, closed
from involvement where service = :service and (closed is null or closed >= :since)
