-- The latest day that decisions were evaluated for.
select value from store_property where name = 'evaluated_until'
