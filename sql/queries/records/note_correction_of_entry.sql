-- A load changed what had been written of a entry: the day of it.
update entry set corrected_on = :corrected_on where id = :id
