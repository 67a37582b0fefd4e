-- What was found of one entry ends with it.
delete from recording_finding where thing = :thing
