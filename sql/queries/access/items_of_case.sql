-- What might be withheld, in order, with what was decided of it.
select item, rule, about, proposal, why, decision, decided_by, decided_on, coalesce(facts, '{}'), countersigned_by,
    countersigned_on, look_again_on
from access_item where request = :request order by item, rule, about
