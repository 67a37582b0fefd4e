-- Somebody's proposals are to be looked at ('': everybody's).
insert into review_person (person) values (:person) on conflict (person) do nothing
