-- The records of one human being.
select p.id, p.date_of_birth, p.died, p.date_of_death, s.human
from same_person s
join person p on p.id = s.person
where s.human = :human
order by p.id
