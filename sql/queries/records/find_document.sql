-- One document by id, in the order of the interchange format.
select
    id, entry, file, title, media_type, sha256, also_in, keepsake
from document where id = :id
