-- An involvement ends: no document lies in it any more as a further one.
delete from document_involvement where involvement = :involvement returning cast(document as text)
