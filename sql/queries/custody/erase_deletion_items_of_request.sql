-- The casework of one deletion request ends with it.
delete from deletion_item where request = :request
