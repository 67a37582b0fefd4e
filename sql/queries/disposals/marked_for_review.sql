-- The next people whose proposals are to be looked at.
select person from review_person where person > :after order by person limit :size
