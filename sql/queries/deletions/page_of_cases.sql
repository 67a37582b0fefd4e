-- The next requests in the order of their ids, with where they stand.
select r.id, r.person, coalesce(c.state, 'received'), c.referred_from, c.assessed_on, coalesce(c.assessment, ''),
    case when c.request is null then 0 else 1 end
from deletion_request r
left join deletion_case c on c.request = r.id
where r.id > :after
order by r.id limit :size
