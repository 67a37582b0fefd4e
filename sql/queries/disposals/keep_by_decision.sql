-- A person's answer to a review: keep it until a day.
insert into kept_by_decision (involvement, keep_until, reason, decided_by, decided_on)
values (:involvement, :keep_until, :reason, :decided_by, :decided_on)
on conflict (involvement) do update set
    keep_until = excluded.keep_until, reason = excluded.reason, decided_by = excluded.decided_by,
    decided_on = excluded.decided_on
