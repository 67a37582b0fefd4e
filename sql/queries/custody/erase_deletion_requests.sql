-- A person's deletion requests.
delete from deletion_request where person = :person returning cast(id as text)
