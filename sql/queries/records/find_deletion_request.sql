-- One deletion request by id, in the order of the interchange format.
select
    id, person, received_at, requester, scope, ground, asks_for, statement, identity, fee, clarifications,
    extension_notice_on, answered_on
from deletion_request where id = :id
