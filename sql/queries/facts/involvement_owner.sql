-- Whose involvement it is, and its service.
select person, service from involvement where id = :id
