-- One access request by id, in the order of the interchange format.
select
    id, person, received_at, requester, scope, format, delivery, channel, support,
    route, statement, identity, fee, clarifications, extension_notice_on, answered_on
from access_request where id = :id
