-- The next people to be decided on, with the facts retention asks of a person.
select p.id, p.date_of_birth, p.died, p.date_of_death, s.human
from stale_person x
join person p on p.id = x.person
left join same_person s on s.person = p.id
where x.person > :after
order by x.person limit :size
