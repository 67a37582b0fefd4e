-- A person whose facts have changed, with the records joined to theirs: they are decided on as one.
insert into stale_person (person)
select id from person where id = :person
union
select o.person from same_person s join same_person o on o.human = s.human where s.person = :person
on conflict (person) do nothing
