-- How many certificates were issued on a day or later.
select count(*) from certificate where issued_at >= :since
