-- Of a person whom others' records name, what these need: the name, and the days their decisions may read.
update person set
    known_as = null, former_names = null, expected_date_of_birth = null, identifiers = null, addresses = null,
    contacts = null, adopted_from = null, communication_needs = null
where id = :person
