-- Schedules that wait for a second person.
select digest, proposed_at, proposed_by, reason, schedule, catalogue, earlier, later
from schedule_in_waiting order by digest
