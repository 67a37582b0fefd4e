-- Do any documents have this content?
select count(*) from document where sha256 = :sha256
