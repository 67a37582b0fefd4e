-- That a document which is gone was sent, to whomever.
delete from access_part where item = :item
