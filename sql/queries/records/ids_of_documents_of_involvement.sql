-- The ids of the documents of one involvement's entries.
select d.id from entry e join document d on d.entry = e.id where e.involvement = :involvement order by d.id
