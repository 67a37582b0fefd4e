-- Where a document is said to lie.
delete from document_involvement where document = :id
