-- A load changed what had been written of a involvement: the day of it.
update involvement set corrected_on = :corrected_on where id = :id
