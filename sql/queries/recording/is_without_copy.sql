-- Was a document of this entry destroyed by decision?
select count(*) from recording_without_copy where entry = :entry
