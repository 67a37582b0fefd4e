-- What was said of parts of one deletion request ends with it.
delete from deletion_mark where request = :request
