-- Nobody is left to review a record for.
delete from access_review_due where request in (select request from access_case where person = :person)
