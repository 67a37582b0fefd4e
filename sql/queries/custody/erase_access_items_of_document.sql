-- What was decided of a document that is gone, for whomever: it may have lain in several records.
delete from access_item where item = :item
