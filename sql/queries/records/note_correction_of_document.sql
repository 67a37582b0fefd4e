-- A load changed what had been written of a document: the day of it.
update document set corrected_on = :corrected_on where id = :id
