-- The documents of one involvement's entries, with what their verdict is read from.
select d.id, d.entry, coalesce(d.title, ''), case when exists (
        select 1 from document_involvement i where i.document = d.id and i.involvement <> :involvement) then 1 else 0 end
from entry e join document d on d.entry = e.id where e.involvement = :involvement order by d.id
