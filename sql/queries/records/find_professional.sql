-- One professional by id, in the order of the interchange format.
select
    id, name, kind, role, organisation, team
from professional where id = :id
