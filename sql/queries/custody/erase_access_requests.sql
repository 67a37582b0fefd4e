-- A person's access requests.
delete from access_request where person = :person returning cast(id as text)
