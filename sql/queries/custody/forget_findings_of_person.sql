-- What was found of a person's record ends with it.
delete from recording_finding where person = :person
