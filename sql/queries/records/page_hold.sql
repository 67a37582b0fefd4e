-- The next hold rows after an id, in byte order.
select
    id, kind, authority, reason, from_on, scope, review_on, released_on, released_by, release_reason,
    told_on
from hold where id > :after order by id limit :size
