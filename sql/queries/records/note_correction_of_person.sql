-- A load changed what had been written of a person: the day of it.
update person set corrected_on = :corrected_on where id = :id
