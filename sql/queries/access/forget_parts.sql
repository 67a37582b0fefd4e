-- It is sent again.
delete from access_part where request = :request
