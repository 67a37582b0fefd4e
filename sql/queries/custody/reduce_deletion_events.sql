-- What is left of what was done with a request: days, states and who did it.
update deletion_event set facts = '{}' where request = :request
