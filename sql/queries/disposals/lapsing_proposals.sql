-- The next proposals whose approvals may lapse.
select number, person, involvement, service, action, rule, retain_until, schedule, fingerprint, state, proposed_on,
    approvals_needed, executes_on, deferred_until, deferred_by, deferral_reason, answer, answer_reason, withdrawn_on,
    withdrawn_because, executed_at, certificate
from proposal p
where state in ('approved', 'packed') and number > :after
    and exists (select 1 from approval a where a.proposal = p.number and a.lapses_on <= :day)
order by number limit :size
