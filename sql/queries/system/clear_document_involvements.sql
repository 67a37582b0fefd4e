-- Where else a document lay before.
delete from document_involvement where document = :document
