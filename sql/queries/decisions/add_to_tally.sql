-- Counts decisions of one kind up or down.
insert into decision_tally (service, outcome, rule, falls_in, conflict, decisions)
values (:service, :outcome, :rule, :falls_in, :conflict, :decisions)
on conflict (service, outcome, rule, falls_in, conflict) do update set
    decisions = decision_tally.decisions + excluded.decisions
