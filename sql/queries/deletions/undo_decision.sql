-- What was decided of a part is void.
update deletion_item set decision = null, decided_by = null, decision_reason = null
where request = :request and item = :item and decision is not null
