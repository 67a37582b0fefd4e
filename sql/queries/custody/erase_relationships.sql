-- A person's own relationships.
delete from relationship where person = :person returning cast(id as text), cast(other as text)
