-- No decision of others reads when a person died.
update person set died = null, date_of_death = null where id = :person
