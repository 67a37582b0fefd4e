-- Something that every record may give away has changed: all open access requests are to be reviewed again.
insert into access_review_due (request)
select c.request from access_case c where c.state in ('entitled', 'reviewed', 'decided', 'signed', 'referred')
on conflict (request) do nothing
