-- The next professional rows of one person's record after an id, in byte order.
select
    id, name, kind, role, organisation, team
from professional where id > :after and (id in (select worker from involvement where person = :person)
    or id in (select author from entry where involvement in (select id from involvement where person = :person)))
order by id limit :size
