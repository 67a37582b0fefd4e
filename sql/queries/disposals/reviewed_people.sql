-- The proposals of the people of one page have been looked at.
delete from review_person where person > :after and person <= :upto
