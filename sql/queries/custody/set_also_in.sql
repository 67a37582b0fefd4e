-- Where else a document lies, as it is written out.
update document set also_in = :also_in where id = :id
