-- Are somebody's proposals to be looked at?
select count(*) from review_person where person = :person
