-- The whole row of a deletion request that is there already, its id last.
update deletion_request set
    person = :person,
    received_at = :received_at,
    requester = :requester,
    scope = :scope,
    ground = :ground,
    asks_for = :asks_for,
    statement = :statement,
    identity = :identity,
    fee = :fee,
    clarifications = :clarifications,
    extension_notice_on = :extension_notice_on,
    answered_on = :answered_on
where id = :id
