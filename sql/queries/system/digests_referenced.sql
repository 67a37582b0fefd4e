-- Do any documents, or things that came with a request, have this content?
select (select count(*) from document where sha256 = :sha256)
    + (select count(*) from access_material where sha256 = :sha256)
