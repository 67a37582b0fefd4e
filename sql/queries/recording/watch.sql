-- On which day time alone may change what is found of a person.
insert into recording_watch (person, look_again_on) values (:person, :day)
on conflict (person) do update set look_again_on = excluded.look_again_on
