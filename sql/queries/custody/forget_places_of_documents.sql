-- Where the documents of an involvement's entries are said to lie.
delete from document_involvement
where document in (select d.id from entry e join document d on d.entry = e.id where e.involvement = :involvement)
