-- What people said of parts of a request: misfiled, or kept unlawfully.
select item, mark, reason, marked_by, marked_on from deletion_mark where request = :request order by item
