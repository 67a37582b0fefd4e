-- A request's casework begins.
insert into deletion_case (request, person, asks_for, received_on, state)
values (:request, :person, :asks_for, :received_on, :state)
