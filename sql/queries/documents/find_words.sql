-- What a version of the readers has read of a content.
select is_read, kind, words from document_words where sha256 = :sha256 and reader = :reader
