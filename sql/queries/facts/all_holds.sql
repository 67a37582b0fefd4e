-- Every hold that somebody placed, as scopes are matched.
select id, kind, from_on, released_on, review_on, scope from hold order by id
