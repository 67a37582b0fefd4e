-- What a person decided of a part.
update deletion_item set decision = :decision, decided_by = :decided_by, decision_reason = :decision_reason
where request = :request and item = :item
