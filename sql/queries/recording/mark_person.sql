-- A person whose record has changed, with the records joined to theirs: they are held against the rules as one.
insert into recording_due (person)
select id from person where id = :person
union
select o.person from same_person s join same_person o on o.human = s.human where s.person = :person
on conflict (person) do nothing
