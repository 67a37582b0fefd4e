-- What a program read of a person's documents, each with its entry. One that lies in several records is nobody's alone.
select d.id, e.involvement, e.kind, e.occurred_at, e.author, w.words
from involvement i
cross join entry e
cross join document d
cross join document_words w
where i.person = :person and e.involvement = i.id and d.entry = e.id and w.sha256 = d.sha256
    and e.counts_on is not null and d.also_in is null and w.words <> ''
order by d.id
