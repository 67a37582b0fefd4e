-- What was said of parts of a person's deletion requests.
delete from deletion_mark where request in (select id from deletion_request where person = :person)
