-- The whole row of a person that is there already, its id last.
update person set
    family_name = :family_name,
    given_names = :given_names,
    known_as = :known_as,
    former_names = :former_names,
    date_of_birth = :date_of_birth,
    expected_date_of_birth = :expected_date_of_birth,
    died = :died,
    date_of_death = :date_of_death,
    identifiers = :identifiers,
    addresses = :addresses,
    contacts = :contacts,
    adopted_from = :adopted_from,
    communication_needs = :communication_needs
where id = :id
