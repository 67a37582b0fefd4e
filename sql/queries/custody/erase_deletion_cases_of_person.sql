-- Where a person's deletion requests stood.
delete from deletion_case where request in (select id from deletion_request where person = :person)
