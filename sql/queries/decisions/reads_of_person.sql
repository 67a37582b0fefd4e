-- Whose facts a person's decisions read.
select read_person from decision_read where reader = :reader order by read_person
