-- What came from outside with a person's access requests.
delete from access_material where request in (select request from access_case where person = :person) returning cast(sha256 as text)
