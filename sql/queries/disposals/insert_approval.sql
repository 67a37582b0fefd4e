-- An approval; of one who had approved before, a new one in its place.
insert into approval (proposal, approved_by, role, approved_on, lapses_on)
values (:proposal, :approved_by, :role, :approved_on, :lapses_on)
on conflict (proposal, approved_by) do update set
    role = excluded.role, approved_on = excluded.approved_on, lapses_on = excluded.lapses_on
