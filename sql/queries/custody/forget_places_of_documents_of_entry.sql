-- Where the documents of an entry are said to lie.
delete from document_involvement where document in (select id from document where entry = :entry)
