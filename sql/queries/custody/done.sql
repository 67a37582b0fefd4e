-- A file has been unlinked, or is named again.
delete from erasure_intention where digest = :digest
