-- The parts of a request in the order of their ids.
select item, involvement, service, verdict, reason, authority, kept_until, can_be_restricted, decision, decided_by,
    decision_reason
from deletion_item where request = :request order by item
