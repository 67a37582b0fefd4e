-- The whole row of a hold that is there already, its id last.
update hold set
    kind = :kind,
    authority = :authority,
    reason = :reason,
    from_on = :from_on,
    scope = :scope,
    review_on = :review_on,
    released_on = :released_on,
    released_by = :released_by,
    release_reason = :release_reason,
    told_on = :told_on
where id = :id
