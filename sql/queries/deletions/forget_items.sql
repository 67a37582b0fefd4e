-- The parts of a request are assessed anew; what was decided of them is void.
delete from deletion_item where request = :request
