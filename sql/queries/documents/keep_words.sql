-- What was read of a content stays as long as a document or a material of a request has it.
insert into document_words (sha256, reader, kind, is_read, words)
select :sha256, cast(:reader as integer), :kind, cast(:is_read as integer), :words from (select 1) one
where exists (select 1 from document where sha256 = :sha256)
    or exists (select 1 from access_material where sha256 = :sha256)
on conflict (sha256) do update
set reader = excluded.reader, kind = excluded.kind, is_read = excluded.is_read, words = excluded.words
