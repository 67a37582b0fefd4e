-- One document.
delete from document where id = :id returning cast(id as text), cast(sha256 as text)
