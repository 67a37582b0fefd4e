-- What was done with a person's deletion requests.
delete from deletion_event where request in (select id from deletion_request where person = :person)
