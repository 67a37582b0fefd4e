-- The next deletion request rows after an id, in byte order.
select
    id, person, received_at, requester, scope, ground, asks_for, statement, identity, fee, clarifications,
    extension_notice_on, answered_on
from deletion_request where id > :after order by id limit :size
