-- The next document rows of one person's record after an id, in byte order.
select
    id, entry, file, title, media_type, sha256, also_in, keepsake
from document where id > :after and (entry in (select id from entry where involvement in (select id from involvement where person = :person)))
order by id limit :size
