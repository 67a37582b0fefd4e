-- A document is destroyed by decision: its entry is not asked for a copy again.
insert into recording_without_copy (entry)
select entry from document where id = :document
on conflict (entry) do nothing
