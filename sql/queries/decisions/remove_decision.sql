-- The decision on an involvement that has gone elsewhere.
delete from decision where person = :person and involvement = :involvement
