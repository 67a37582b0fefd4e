-- The facts retention asks of one person.
select p.id, p.date_of_birth, p.died, p.date_of_death, s.human
from person p
left join same_person s on s.person = p.id
where p.id = :person
