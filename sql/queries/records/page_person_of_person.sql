-- The next person rows of one person's record after an id, in byte order.
select
    id, family_name, given_names, known_as, former_names, date_of_birth, expected_date_of_birth,
    died, date_of_death, identifiers, addresses, contacts, adopted_from, communication_needs
from person where id > :after and (id = :person)
order by id limit :size
