-- A proposal.
insert into proposal (
    number, person, involvement, service, action, rule, retain_until, schedule, fingerprint, state, proposed_on,
    approvals_needed, executes_on, deferred_until, deferred_by, deferral_reason, answer, answer_reason, withdrawn_on,
    withdrawn_because, executed_at, certificate)
values (
    :number, :person, :involvement, :service, :action, :rule, :retain_until, :schedule, :fingerprint, :state, :proposed_on,
    :approvals_needed, :executes_on, :deferred_until, :deferred_by, :deferral_reason, :answer, :answer_reason, :withdrawn_on,
    :withdrawn_because, :executed_at, nullif(cast(:certificate as bigint), 0))
