-- A new hold; affects no row where one of that id is there.
insert into hold (
    id, kind, authority, reason, from_on, scope, review_on, released_on, released_by, release_reason)
values (
    :id, :kind, :authority, :reason, :from_on, :scope, :review_on, :released_on, :released_by,
    :release_reason)
on conflict (id) do nothing
