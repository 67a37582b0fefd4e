-- The next people after one who have a document that no current reader has read.
select distinct i.person from involvement i
cross join entry e
cross join document d
where i.person > :after and e.involvement = i.id and d.entry = e.id
    and not exists (select 1 from document_words w where w.sha256 = d.sha256 and w.reader = :reader)
order by i.person limit :size
