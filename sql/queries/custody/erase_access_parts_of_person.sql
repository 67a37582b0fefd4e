-- What was in a person's file when it was sent.
delete from access_part where request in (select request from access_case where person = :person)
