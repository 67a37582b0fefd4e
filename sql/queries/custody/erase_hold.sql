-- A released hold that reached nothing that is still there.
delete from hold where id = :id returning cast(id as text)
