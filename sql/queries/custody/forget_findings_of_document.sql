-- What was found of one document ends with it.
delete from recording_finding where thing = 'document:' || :document
