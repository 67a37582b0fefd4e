-- The number of the next thing from outside the store.
select cast(coalesce(max(number), 0) + 1 as bigint) from access_material where request = :request
