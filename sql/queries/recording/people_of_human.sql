-- The people whose records are joined as those of one human being.
select person from same_person where human = :human order by person
