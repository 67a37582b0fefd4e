-- What was done with a person's access requests.
delete from access_event where request in (select request from access_case where person = :person)
