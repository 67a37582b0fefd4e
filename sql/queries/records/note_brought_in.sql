-- Somebody brought rows of a person's record in.
insert into brought_in (person, brought_by) values (:person, :brought_by) on conflict (person, brought_by) do nothing
