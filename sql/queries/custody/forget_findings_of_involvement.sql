-- What was found of an involvement's record ends with it.
delete from recording_finding where involvement = :involvement
