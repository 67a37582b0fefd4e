-- The documents of one entry.
delete from document where entry = :entry returning cast(id as text), cast(sha256 as text)
