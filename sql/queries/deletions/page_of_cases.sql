-- The next requests in the order of their ids, with where they stand.
select * from (
    select * from (
        select r.id as request, r.person as person, coalesce(r.asks_for, 'erasure') as asks_for, r.received_at as received_at,
    coalesce(c.state, case when r.answered_on is null then 'received' else 'notified' end) as state, c.referred_from as came_from, c.assessed_on as assessed_on,
    coalesce(c.assessment, '') as assessment, c.waits_for as waits_for, c.executed_on as executed_on,
    coalesce(c.certificates, '[]') as certificates, c.letters as letters,
    case when c.request is null then 0 else 1 end as is_open, 1 as has_request
        from deletion_request r left join deletion_case c on c.request = r.id
        where r.id > :after order by r.id limit :size) as worked_on
    union all
    select * from (
        select c.request, coalesce(c.person, ''), c.asks_for, c.received_on, c.state, c.referred_from, c.assessed_on,
    coalesce(c.assessment, ''), c.waits_for, c.executed_on, coalesce(c.certificates, '[]'), c.letters, 1, 0
        from deletion_case c
        where c.request > :after and c.person is null
        order by c.request limit :size) as left_over) as cases
order by request limit :size
