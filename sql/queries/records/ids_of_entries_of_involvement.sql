-- The ids of one involvement's entries.
select id from entry where involvement = :involvement order by id
