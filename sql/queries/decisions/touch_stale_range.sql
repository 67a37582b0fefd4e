-- The stale people of one page have been decided on.
delete from stale_person where person > :after and person <= :upto
