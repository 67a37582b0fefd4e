-- The next involvement rows after an id, in byte order.
select
    id, person, service, opened, closed, closure_reason, worker, team, system, events, attributes,
    roles, file_reference, remarks
from involvement where id > :after order by id limit :size
