-- Who works an involvement.
select i.worker, w.name
from involvement i
left join professional w on w.id = i.worker
where i.id = :involvement
