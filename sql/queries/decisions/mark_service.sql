-- Everybody with an involvement in a service whose rules differ, with the records joined to theirs.
insert into stale_person (person)
select person from involvement where service = :service
union
select o.person from involvement i
join same_person s on s.person = i.person
join same_person o on o.human = s.human
where i.service = :service
on conflict (person) do nothing
