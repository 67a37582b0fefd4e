-- What was found of an entry's documents ends with them.
delete from recording_finding where thing in (select 'document:' || id from document where entry = :entry)
