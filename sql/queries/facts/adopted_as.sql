-- The records that a human being has since an adoption.
select id from person where adopted_from = :person order by id
