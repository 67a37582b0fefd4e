-- Time alone changes nothing any more of a person.
delete from recording_watch where person = :person
