-- Opinions on documents, and what was recorded of each.
select request, number, facts from access_ask where kind = 'opinion' and facts like :pattern order by request, number
