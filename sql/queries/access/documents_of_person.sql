-- The documents that lie in a person's file.
select d.id as document from document d join entry e on e.id = d.entry join involvement i on i.id = e.involvement
where i.person = :person
union
select x.document from document_involvement x join involvement i on i.id = x.involvement where i.person = :person
