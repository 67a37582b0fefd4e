-- The pack of a request, in the place of an earlier one.
insert into access_pack (request, person, state, made_on, made_by, made_of, capacity, folder, ends_on, facts)
values (:request, :person, :state, :made_on, :made_by, :made_of, :capacity, :folder, :ends_on, :facts)
on conflict (request) do update set
    state = excluded.state, made_on = excluded.made_on, made_by = excluded.made_by, made_of = excluded.made_of,
    capacity = excluded.capacity, folder = excluded.folder, ends_on = excluded.ends_on, facts = excluded.facts
