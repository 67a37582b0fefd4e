-- The documents of one involvement's entries.
select
    d.id, d.entry, d.file, d.title, d.media_type, d.sha256, d.also_in, d.keepsake
from entry e join document d on d.entry = e.id where e.involvement = :involvement order by d.id
