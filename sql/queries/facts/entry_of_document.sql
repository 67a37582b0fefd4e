-- The entry a document belongs to.
select entry from document where id = :id
