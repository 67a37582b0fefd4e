-- The casework of one deletion request ends with it.
delete from deletion_case where request = :request
