-- The contents of a person's documents, and of what came with their requests, that no current reader has read.
select c.sha256 from (
    select d.sha256 from document d join entry e on e.id = d.entry join involvement i on i.id = e.involvement
    where i.person = :person
    union
    select d.sha256 from document_involvement x join involvement i on i.id = x.involvement
    join document d on d.id = x.document where i.person = :person
    union
    select m.sha256 from access_material m join access_case a on a.request = m.request where a.person = :person) c
where c.sha256 is not null
    and not exists (select 1 from document_words w where w.sha256 = c.sha256 and w.reader = :reader)
order by c.sha256
