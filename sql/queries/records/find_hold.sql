-- One hold by id, in the order of the interchange format.
select
    id, kind, authority, reason, from_on, scope, review_on, released_on, released_by, release_reason,
    told_on
from hold where id = :id
