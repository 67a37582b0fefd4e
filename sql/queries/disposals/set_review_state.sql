-- How far the disposition review has come.
insert into review_state (one, reviewed_on, schedule) values (1, :reviewed_on, :schedule)
on conflict (one) do update set reviewed_on = excluded.reviewed_on, schedule = excluded.schedule
