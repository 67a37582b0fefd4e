-- A finding as it is now.
insert into recording_finding (
    id, rule, thing, person, involvement, worker, team, lacks, about_on, owed_by, state, first_seen_on, opened_on,
    reopened, closed_on, waived_on, waived_by, waived_until, waiver_reason)
values (
    :id, :rule, :thing, :person, :involvement, :worker, :team, :lacks, :about_on, :owed_by, :state, :first_seen_on,
    :opened_on, :reopened, :closed_on, :waived_on, :waived_by, :waived_until, :waiver_reason)
on conflict (id) do update set
    person = excluded.person, involvement = excluded.involvement, worker = excluded.worker, team = excluded.team,
    lacks = excluded.lacks, about_on = excluded.about_on, owed_by = excluded.owed_by, state = excluded.state,
    first_seen_on = excluded.first_seen_on, opened_on = excluded.opened_on, reopened = excluded.reopened,
    closed_on = excluded.closed_on, waived_on = excluded.waived_on, waived_by = excluded.waived_by,
    waived_until = excluded.waived_until, waiver_reason = excluded.waiver_reason
