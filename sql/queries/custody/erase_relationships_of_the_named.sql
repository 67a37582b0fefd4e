-- What people without any involvement, who never had a record of their own, say of a person.
delete from relationship
where other = :person and person <> :person and kind <> 'same-person'
    and not exists (select 1 from involvement where involvement.person = relationship.person)
    and not exists (select 1 from same_person where same_person.person = relationship.person)
returning cast(id as text), cast(person as text)
