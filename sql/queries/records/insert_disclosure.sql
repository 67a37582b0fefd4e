-- A new disclosure; affects no row where one of that id is there.
insert into disclosure (
    id, person, decided_on, outcome, recipient, information, reasons, risk_assessment,
    authorised_by, lawful_basis, consent, method, involvement,
    recipient_kind, consent_on, conditions, receipt, items, caveats, overrides,
    override_reason, told)
values (
    :id, :person, :decided_on, :outcome, :recipient, :information, :reasons, :risk_assessment,
    :authorised_by, :lawful_basis, :consent, :method, :involvement,
    :recipient_kind, :consent_on, :conditions, :receipt, :items, :caveats, :overrides,
    :override_reason, :told)
on conflict (id) do nothing
