-- The next access request rows after an id, in byte order.
select
    id, person, received_at, requester, scope, format, delivery, channel, support,
    route, statement, identity, fee, clarifications, extension_notice_on, answered_on
from access_request where id > :after order by id limit :size
