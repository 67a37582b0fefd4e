-- What was in the file when it was sent, and what became of each part.
select item, outcome, content from access_part where request = :request order by item
