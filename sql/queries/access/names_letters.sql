-- Does an access request have its letters in a folder?
select cast(count(*) as bigint) from access_case where letters = :letters
