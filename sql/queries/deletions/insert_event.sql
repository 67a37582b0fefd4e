-- Something that was done with a request.
insert into deletion_event (request, number, event, state, happened_on, recorded_at, recorded_by, facts)
values (
    :request, (select coalesce(max(number), 0) + 1 from deletion_event where request = :request), :event, :state,
    :happened_on, :recorded_at, :recorded_by, :facts)
