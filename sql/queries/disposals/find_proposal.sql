-- One proposal.
select number, person, involvement, service, action, rule, retain_until, schedule, fingerprint, state, proposed_on,
    approvals_needed, executes_on, deferred_until, deferred_by, deferral_reason, answer, answer_reason, withdrawn_on,
    withdrawn_because, executed_at, certificate
from proposal where number = :number
