-- The casework of one deletion request ends with it.
delete from deletion_event where request = :request
