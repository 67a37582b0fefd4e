-- Documents of other involvements' entries that also lie in one.
select
    d.id, d.entry, d.file, d.title, d.media_type, d.sha256, d.also_in, d.keepsake
from document_involvement x join document d on d.id = x.document where x.involvement = :involvement order by d.id
