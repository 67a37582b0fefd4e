-- A proposal as it now stands.
update proposal set
    person = :person, involvement = :involvement, service = :service, action = :action, rule = :rule,
    retain_until = :retain_until, schedule = :schedule, fingerprint = :fingerprint, state = :state,
    proposed_on = :proposed_on, approvals_needed = :approvals_needed, executes_on = :executes_on,
    deferred_until = :deferred_until, deferred_by = :deferred_by, deferral_reason = :deferral_reason, answer = :answer,
    answer_reason = :answer_reason, withdrawn_on = :withdrawn_on, withdrawn_because = :withdrawn_because,
    executed_at = :executed_at, certificate = nullif(cast(:certificate as bigint), 0)
where number = :number
