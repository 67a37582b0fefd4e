-- How many entries one involvement has.
select count(*) from entry where involvement = :involvement
