-- An access request is to be reviewed again.
insert into access_review_due (request) values (:request) on conflict (request) do nothing
