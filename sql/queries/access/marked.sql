-- People whose file has changed since their access request was reviewed.
select person from access_review_due where person > :after order by person limit :size
