-- The next document rows after an id, in byte order.
select
    id, entry, file, title, media_type, sha256, also_in, keepsake
from document where id > :after order by id limit :size
