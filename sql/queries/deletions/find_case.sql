-- Where a request stands, and whose record it asks about. A request that came with a load has no casework yet.
select r.id, r.person, coalesce(c.state, 'received'), c.referred_from, c.assessed_on, coalesce(c.assessment, ''),
    case when c.request is null then 0 else 1 end
from deletion_request r
left join deletion_case c on c.request = r.id
where r.id = :request
