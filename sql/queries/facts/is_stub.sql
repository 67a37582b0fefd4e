-- Is a person's row a stub, kept because others' records name them?
select count(*) from person_stub where person = :person
