-- A new person; affects no row where one of that id is there.
insert into person (
    id, family_name, given_names, known_as, former_names, date_of_birth, expected_date_of_birth,
    died, date_of_death, identifiers, addresses, contacts, adopted_from, communication_needs)
values (
    :id, :family_name, :given_names, :known_as, :former_names, :date_of_birth,
    :expected_date_of_birth, :died, :date_of_death, :identifiers, :addresses, :contacts,
    :adopted_from, :communication_needs)
on conflict (id) do nothing
