-- What was found of an involvement's record ends with it; what names it as its thing may lie in a later one of the same record.
delete from recording_finding where involvement = :involvement or thing = :thing
