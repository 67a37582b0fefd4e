-- The name of an event that an involvement carries.
insert into recorded_event (name) values (:name) on conflict (name) do nothing
