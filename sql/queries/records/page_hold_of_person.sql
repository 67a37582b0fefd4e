-- The next hold rows of one person's record after an id, in byte order.
select
    id, kind, authority, reason, from_on, scope, review_on, released_on, released_by, release_reason,
    told_on
from hold where id > :after and (id in (select by_id from person_reference where person = :person and by_type = 'hold'))
order by id limit :size
