-- The next people who have a protected place after an id, in byte order.
select
    p.id, p.family_name, p.given_names, p.known_as, p.former_names, p.date_of_birth, p.expected_date_of_birth,
    p.died, p.date_of_death, p.identifiers, p.addresses, p.contacts, p.adopted_from, p.communication_needs
from person_with_protected_place w join person p on p.id = w.person
where w.person > :after order by w.person limit :size
