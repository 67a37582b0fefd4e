-- The next professional rows after an id, in byte order.
select
    id, name, kind, role, organisation, team
from professional where id > :after order by id limit :size
