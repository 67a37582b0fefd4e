-- The next unanswered requests that came with a load and that nobody has worked on.
select r.id as request, r.person as person, coalesce(r.asks_for, 'erasure') as asks_for, r.received_at as received_at,
    coalesce(c.state, case when r.answered_on is null then 'received' else 'notified' end) as state, c.referred_from as came_from, c.assessed_on as assessed_on,
    coalesce(c.assessment, '') as assessment, c.waits_for as waits_for, c.executed_on as executed_on,
    coalesce(c.certificates, '[]') as certificates, c.letters as letters,
    case when c.request is null then 0 else 1 end as is_open, 1 as has_request
from deletion_request r left join deletion_case c on c.request = r.id
where r.id > :after and c.request is null and r.answered_on is null order by r.id limit :size
