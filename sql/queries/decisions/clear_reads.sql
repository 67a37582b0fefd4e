-- Forgets whose facts a person's decisions read.
delete from decision_read where reader = :reader
