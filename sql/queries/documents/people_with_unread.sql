-- The next people after one who have a document that no current reader has read.
select distinct i.person from involvement i
join entry e on e.involvement = i.id
join document d on d.entry = e.id
where i.person > :after
    and not exists (select 1 from document_words w where w.sha256 = d.sha256 and w.reader = :reader)
order by i.person limit :size
