-- Is anything proposed?
select count(*) from (
    select 1 from proposal where state in ('proposed', 'approved', 'packed') limit 1) open_one
