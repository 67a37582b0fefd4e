-- The next requests that stand in one state.
select c.request as request, coalesce(c.person, '') as person, c.asks_for as asks_for,
    coalesce(r.received_at, c.received_on) as received_at, c.state as state, c.referred_from as came_from,
    c.assessed_on as assessed_on, coalesce(c.assessment, '') as assessment, c.waits_for as waits_for,
    c.executed_on as executed_on, coalesce(c.certificates, '[]') as certificates, c.letters as letters, 1 as is_open,
    case when r.id is null then 0 else 1 end as has_request
from deletion_case c left join deletion_request r on r.id = c.request
where c.state = :state and c.request > :after order by c.request limit :size
