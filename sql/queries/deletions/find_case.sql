-- Where a request stands, and whose record it asks about. A request that came with a load has no casework yet; of one
-- that took all of a record with it only the casework is left.
select r.id as request, r.person as person, coalesce(r.asks_for, 'erasure') as asks_for, r.received_at as received_at,
    coalesce(c.state, case when r.answered_on is null then 'received' else 'notified' end) as state, c.referred_from as came_from, c.assessed_on as assessed_on,
    coalesce(c.assessment, '') as assessment, c.waits_for as waits_for, c.executed_on as executed_on,
    coalesce(c.certificates, '[]') as certificates, c.letters as letters,
    case when c.request is null then 0 else 1 end as is_open, 1 as has_request
from deletion_request r left join deletion_case c on c.request = r.id
where r.id = :request
union all
select c.request, coalesce(c.person, ''), c.asks_for, c.received_on, c.state, c.referred_from, c.assessed_on,
    coalesce(c.assessment, ''), c.waits_for, c.executed_on, coalesce(c.certificates, '[]'), c.letters, 1, 0
from deletion_case c
where c.request = :request and c.person is null
