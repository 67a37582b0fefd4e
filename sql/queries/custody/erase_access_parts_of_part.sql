-- That a part which is gone was sent.
delete from access_part where request in (select request from access_case where person = :person) and item = :item
