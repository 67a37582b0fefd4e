-- Something that was done with an access request.
insert into access_event (request, number, event, state, happened_on, recorded_at, recorded_by, facts)
values (
    :request, (select coalesce(max(number), 0) + 1 from access_event where request = :request), :event, :state,
    :happened_on, :recorded_at, :recorded_by, :facts)
