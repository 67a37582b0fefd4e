-- Records of the same human being before or after an adoption: never to be crossed.
select adopted_from from person where id = :person and adopted_from is not null
union
select id from person where adopted_from = :person
order by 1
