-- Has any record ended?
select count(*) from (select 1 from ended_record limit 1) as first_one
