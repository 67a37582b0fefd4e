-- The next people, with the facts retention asks of a person.
select p.id, p.date_of_birth, p.died, p.date_of_death, s.human
from person p
left join same_person s on s.person = p.id
where p.id > :after
order by p.id limit :size
