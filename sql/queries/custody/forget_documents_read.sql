-- Nobody's documents were read last: reading begins anew, and passes over what was read.
delete from store_property where name = 'recording_documents_read' and value like '%:' || :person
