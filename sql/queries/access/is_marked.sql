-- Has a person's file changed since its access request was reviewed?
select cast(count(*) as bigint) from access_review_due where person = :person
