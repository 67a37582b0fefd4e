-- A new hold; affects no row where one of that id is there.
insert into hold (
    id, kind, authority, reason, from_on, scope, review_on, released_on, released_by, release_reason,
    told_on)
values (
    :id, :kind, :authority, :reason, :from_on, :scope, :review_on, :released_on, :released_by,
    :release_reason, :told_on)
on conflict (id) do nothing
