-- Is there any decision yet?
select count(*) from (select 1 from decision limit 1) first_one
