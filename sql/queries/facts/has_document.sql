-- Is there a document of that id?
select count(*) from document where id = :id
