-- An access request is reviewed by all that there is now.
delete from access_review_due where request = :request
