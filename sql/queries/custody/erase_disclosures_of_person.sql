-- What was disclosed of a person.
delete from disclosure where person = :person returning cast(id as text)
