-- What a program read of a person's documents, each with its entry. One that lies in several records is nobody's alone.
select d.id, e.involvement, e.kind, e.occurred_at, e.author, w.words
from involvement i
join entry e on e.involvement = i.id
join document d on d.entry = e.id
join document_words w on w.sha256 = d.sha256
where i.person = :person and e.counts_on is not null and d.also_in is null and w.words <> ''
order by d.id
