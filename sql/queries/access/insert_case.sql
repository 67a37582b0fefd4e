-- An access request's casework begins.
insert into access_case (request, person, state) values (:request, :person, :state)
