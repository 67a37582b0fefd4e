-- The parts of a person's deletion requests.
delete from deletion_item where request in (select id from deletion_request where person = :person)
