-- Requests that hold their person's records: open ones, and those answered on a day or later.
select 'access_request', id, person, received_at, answered_on
from access_request where answered_on is null or answered_on >= :since
union all
select 'deletion_request', id, person, received_at, answered_on
from deletion_request where answered_on is null or answered_on >= :since
