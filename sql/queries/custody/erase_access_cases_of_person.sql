-- Where a person's access requests stood.
delete from access_case where person = :person
