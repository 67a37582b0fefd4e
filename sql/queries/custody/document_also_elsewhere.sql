-- Where else a document lies.
select d.id, x.involvement
from document d
join entry e on e.id = d.entry
join document_involvement x on x.document = d.id
where d.id = :document and x.involvement <> e.involvement
order by d.id, x.involvement
