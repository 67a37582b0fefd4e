-- Who works an involvement, and who loaded it and its person.
select i.worker, w.name, li.actor, lp.actor
from involvement i
join person p on p.id = i.person
left join professional w on w.id = i.worker
left join load li on li.number = i.loaded_in
left join load lp on lp.number = p.loaded_in
where i.id = :involvement
