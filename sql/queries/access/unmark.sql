-- A person's access requests are reviewed as their file is now.
delete from access_review_due where person = :person
