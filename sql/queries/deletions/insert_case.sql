-- A request's casework begins.
insert into deletion_case (request, state) values (:request, :state)
