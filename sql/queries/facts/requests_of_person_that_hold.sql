-- One person's requests that hold their records: open ones, and those answered on a day or later.
select 'access_request', id, person, received_at, answered_on
from access_request where person = :person and (answered_on is null or answered_on >= :since)
union all
select 'deletion_request', id, person, received_at, answered_on
from deletion_request where person = :person and (answered_on is null or answered_on >= :since)
