-- Documents of an entry that also lie in other involvements, and where.
select d.id, x.involvement
from entry e
join document d on d.entry = e.id
join document_involvement x on x.document = d.id
where e.id = :entry and x.involvement <> e.involvement
order by d.id, x.involvement
