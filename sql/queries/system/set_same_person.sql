-- A record's human being.
insert into same_person (person, human) values (:person, :human)
on conflict (person) do update set human = excluded.human
