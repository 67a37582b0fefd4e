-- How much the store holds.
select (select count(*) from person), (select count(*) from involvement), (select count(*) from entry),
    (select count(*) from document)
