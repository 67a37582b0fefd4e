-- What a program read of the documents of an entry. One that lies in several records is nobody's alone.
select d.id, w.words from document d
cross join document_words w
where d.entry = :entry and w.sha256 = d.sha256 and d.also_in is null and w.words <> ''
order by d.id
