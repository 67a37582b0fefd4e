-- The next involvement rows of one person's record after an id, in byte order.
select
    id, person, service, opened, closed, closure_reason, worker, team, system, events, attributes,
    roles, file_reference, remarks
from involvement where id > :after and (person = :person)
order by id limit :size
