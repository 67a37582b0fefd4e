-- The documents of an involvement's entries.
delete from document where entry in (select id from entry where involvement = :involvement) returning cast(id as text), cast(sha256 as text)
