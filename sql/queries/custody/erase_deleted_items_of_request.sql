-- The parts of a request that were deleted.
delete from deletion_item where request = :request and decision = 'delete'
