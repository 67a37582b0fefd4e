-- Nothing is left that somebody brought in.
delete from brought_in where person = :person
