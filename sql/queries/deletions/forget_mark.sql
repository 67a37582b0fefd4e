-- A part is not what somebody said of it any more.
delete from deletion_mark where request = :request and item = :item
