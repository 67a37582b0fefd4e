-- The whole row of a access request that is there already, its id last.
update access_request set
    person = :person,
    received_at = :received_at,
    requester = :requester,
    scope = :scope,
    format = :format,
    delivery = :delivery,
    channel = :channel,
    support = :support,
    route = :route,
    statement = :statement,
    identity = :identity,
    fee = :fee,
    clarifications = :clarifications,
    extension_notice_on = :extension_notice_on,
    answered_on = :answered_on
where id = :id
