-- A document lies in an involvement no more as a further one.
delete from document_involvement where document = :document and involvement = :involvement
