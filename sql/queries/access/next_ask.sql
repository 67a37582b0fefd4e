-- The number of the next thing that is asked for a request.
select cast(coalesce(max(number), 0) + 1 as bigint) from access_ask where request = :request
