-- A source system has destroyed it too: the reference goes.
update disposal_instruction set reference = null, confirmed_on = :confirmed_on, confirmed_by = :confirmed_by
where certificate = :certificate
