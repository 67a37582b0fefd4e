-- The whole row of a professional that is there already, its id last.
update professional set
    name = :name,
    kind = :kind,
    role = :role,
    organisation = :organisation,
    team = :team
where id = :id
