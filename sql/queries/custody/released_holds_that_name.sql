-- Released holds whose scope names a record, by the pattern of its quoted id.
select id, scope from hold where released_on <= :day and scope like :pattern escape '!' order by id
