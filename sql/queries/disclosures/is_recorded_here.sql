-- Was a disclosure recorded here?
select cast(count(*) as bigint) from disclosure where id = :id and recorded_at is not null
