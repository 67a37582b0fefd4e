-- People whose record is joined with another, and the human being it is of.
select person, human from same_person order by human, person
