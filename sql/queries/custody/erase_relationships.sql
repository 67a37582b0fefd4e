-- A person's own relationships, but for those with somebody whose record is kept: they are part of that record too.
delete from relationship
where person = :person and (other is null or other = :person or kind = 'same-person'
    or not (exists (select 1 from involvement where involvement.person = relationship.other)
        or exists (select 1 from same_person mine
            join same_person theirs on theirs.human = mine.human and theirs.person <> :person
            join involvement on involvement.person = theirs.person
            where mine.person = relationship.other)))
returning cast(id as text), cast(other as text)
