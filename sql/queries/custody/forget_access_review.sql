-- Nobody is left to review a record for.
delete from access_review_due where person = :person
