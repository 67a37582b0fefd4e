-- The line that says that a record has ended.
select line from ended_record where digest = :digest
