-- Nobody is left of whom time may change what is found.
delete from recording_watch where person = :person
