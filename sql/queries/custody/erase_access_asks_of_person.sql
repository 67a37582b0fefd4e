-- What was asked of whom for a person's access requests.
delete from access_ask where request in (select request from access_case where person = :person)
