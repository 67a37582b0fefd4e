-- The next disclosure rows of one person's record after an id, in byte order.
select
    id, person, decided_on, outcome, recipient, information, reasons, risk_assessment,
    authorised_by, lawful_basis, consent, method, involvement,
    recipient_kind, consent_on, conditions, receipt, items, caveats, overrides,
    override_reason, told
from disclosure where id > :after and (person = :person)
order by id limit :size
