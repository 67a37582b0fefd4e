-- One involvement by id, in the order of the interchange format.
select
    id, person, service, opened, closed, closure_reason, worker, team, system, events, attributes,
    roles, file_reference, remarks
from involvement where id = :id
