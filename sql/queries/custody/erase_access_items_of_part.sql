-- What was decided of a part that is gone.
delete from access_item where request in (select request from access_case where person = :person) and item = :item
