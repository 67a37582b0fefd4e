-- The whole row of a relationship that is there already, its id last.
update relationship set
    person = :person,
    kind = :kind,
    other = :other,
    name = :name,
    known_to_subject = :known_to_subject,
    consent_to_disclose = :consent_to_disclose,
    consent_on = :consent_on
where id = :id
