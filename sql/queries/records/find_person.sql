-- One person by id, in the order of the interchange format.
select
    id, family_name, given_names, known_as, former_names, date_of_birth, expected_date_of_birth,
    died, date_of_death, identifiers, addresses, contacts, adopted_from, communication_needs
from person where id = :id
