-- A move as it stands now.
insert into entry_move (
    number, entry, from_involvement, from_person, to_involvement, to_person, state, reason, asked_on, asked_at, asked_by,
    agreed_by, agreed_because, moved_on)
values (
    :number, :entry, :from_involvement, :from_person, :to_involvement, :to_person, :state, :reason, :asked_on, :asked_at,
    :asked_by, :agreed_by, :agreed_because, :moved_on)
on conflict (number) do update set
    state = excluded.state, agreed_by = excluded.agreed_by, agreed_because = excluded.agreed_because,
    moved_on = excluded.moved_on
