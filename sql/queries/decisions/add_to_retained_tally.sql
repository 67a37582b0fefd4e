-- Counts retained decisions that fall due in one month up or down.
insert into retained_tally (falls_in, service, rule, conflict, decisions)
values (:falls_in, :service, :rule, :conflict, :decisions)
on conflict (falls_in, service, rule, conflict) do update set
    decisions = retained_tally.decisions + excluded.decisions
