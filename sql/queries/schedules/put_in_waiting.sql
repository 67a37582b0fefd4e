-- A schedule waits for a second person.
insert into schedule_in_waiting (digest, proposed_at, proposed_by, reason, schedule, catalogue, earlier, later)
values (:digest, :proposed_at, :proposed_by, :reason, :schedule, :catalogue, :earlier, :later)
on conflict (digest) do update set
    proposed_at = excluded.proposed_at, proposed_by = excluded.proposed_by, reason = excluded.reason,
    earlier = excluded.earlier, later = excluded.later
