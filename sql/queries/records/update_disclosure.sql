-- The whole row of a disclosure that is there already, its id last.
update disclosure set
    person = :person,
    decided_on = :decided_on,
    outcome = :outcome,
    recipient = :recipient,
    information = :information,
    reasons = :reasons,
    risk_assessment = :risk_assessment,
    authorised_by = :authorised_by,
    lawful_basis = :lawful_basis,
    consent = :consent,
    method = :method,
    involvement = :involvement,
    recipient_kind = :recipient_kind,
    consent_on = :consent_on,
    conditions = :conditions,
    receipt = :receipt,
    items = :items,
    caveats = :caveats,
    overrides = :overrides,
    override_reason = :override_reason,
    told = :told
where id = :id
