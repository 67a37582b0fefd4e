-- The next access requests that stand in one state.
select r.id as request, r.person as person, r.received_at as received_at,
    coalesce(c.state, case when r.answered_on is null then 'received' else 'closed' end) as state,
    c.came_from as came_from, c.reviewed_on as reviewed_on, coalesce(c.review, '') as review,
    c.dispatched_on as dispatched_on, c.letters as letters, case when c.request is null then 0 else 1 end as is_open
from access_request r join access_case c on c.request = r.id
where c.state = :state and c.request > :after order by c.request limit :size
