-- Those of whom time alone may have changed what is found.
insert into recording_due (person)
select person from recording_watch where look_again_on <= :day
on conflict (person) do nothing
