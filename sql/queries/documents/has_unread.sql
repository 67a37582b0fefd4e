-- Is there a document that no current reader has read? Far sooner known than whose.
select count(*) from (
    select 1 from document d
    where not exists (select 1 from document_words w where w.sha256 = d.sha256 and w.reader = :reader)
    limit 1) one
