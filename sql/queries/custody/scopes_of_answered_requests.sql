-- What a person's answered deletion requests asked for.
select id, scope from deletion_request
where person = :person and scope is not null and answered_on is not null order by id
