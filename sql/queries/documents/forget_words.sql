-- What was read of a content that nothing has any more.
delete from document_words where sha256 = :sha256
    and not exists (select 1 from document d where d.sha256 = document_words.sha256)
    and not exists (select 1 from access_material m where m.sha256 = document_words.sha256)
