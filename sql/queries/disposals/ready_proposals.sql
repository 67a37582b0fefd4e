-- What is approved and whose day has come, of the next people.
select number, person, involvement, service, action, rule, retain_until, schedule, fingerprint, state, proposed_on,
    approvals_needed, executes_on, deferred_until, deferred_by, deferral_reason, answer, answer_reason, withdrawn_on,
    withdrawn_because, executed_at, certificate
from proposal
where state in ('approved', 'packed') and executes_on <= :day and person in (
    select distinct person from proposal
    where state in ('approved', 'packed') and executes_on <= :day and person > :after
    order by person limit :size)
order by person, number
