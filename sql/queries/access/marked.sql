-- Access requests that are to be reviewed again.
select request from access_review_due where request > :after order by request limit :size
