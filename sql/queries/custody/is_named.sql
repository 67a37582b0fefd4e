-- Do records of others name a person, or are there involvements of theirs?
select count(*) from (select 1) one
where exists (select 1 from relationship where other = :person)
    or exists (select 1 from person_reference where person = :person)
    or exists (select 1 from person where adopted_from = :person)
    or exists (select 1 from involvement where person = :person)
