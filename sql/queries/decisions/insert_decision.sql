-- A decision on an involvement that had none, or in place of the one it had.
insert into decision (
    person, involvement, service, outcome, rule, retain_until, minimise_on, transfer_on, conflict,
    reconsider_on, holds, evaluated_on, schedule, attention)
values (
    :person, :involvement, :service, :outcome, :rule, :retain_until, :minimise_on, :transfer_on, :conflict,
    :reconsider_on, :holds, :evaluated_on, :schedule, :attention)
on conflict (person, involvement) do update set
    service = excluded.service, outcome = excluded.outcome, rule = excluded.rule, retain_until = excluded.retain_until,
    minimise_on = excluded.minimise_on, transfer_on = excluded.transfer_on, conflict = excluded.conflict,
    reconsider_on = excluded.reconsider_on, holds = excluded.holds, evaluated_on = excluded.evaluated_on,
    schedule = excluded.schedule, attention = excluded.attention
