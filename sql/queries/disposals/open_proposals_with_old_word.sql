-- The next open proposals of whose end the person was told, or was not to be told, on a day or before it.
select p.number, p.person, p.involvement, p.service, p.action, p.rule, p.retain_until, p.schedule, p.fingerprint,
    p.state, p.proposed_on, p.approvals_needed, p.executes_on, p.deferred_until, p.deferred_by, p.deferral_reason,
    p.answer, p.answer_reason, p.withdrawn_on, p.withdrawn_because, p.executed_at, p.certificate
from destruction_notice n
join proposal p on p.involvement = n.involvement
where coalesce(n.waived_on, n.sent_on) <= :day and p.state in ('proposed', 'approved', 'packed') and p.number > :after
order by p.number limit :size
