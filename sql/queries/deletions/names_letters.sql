-- Does a request have its letters in a folder?
select cast(count(*) as bigint) from deletion_case where letters = :letters
