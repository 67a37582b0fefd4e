-- The disclosures about one involvement.
select
    id, person, decided_on, outcome, recipient, information, reasons, risk_assessment,
    authorised_by, lawful_basis, consent, method, involvement,
    recipient_kind, consent_on, conditions, receipt, items, caveats, overrides,
    override_reason, told
from disclosure where involvement = :involvement order by id
