-- A deletion request that asked for nothing that is still there.
delete from deletion_request where id = :id returning cast(id as text)
