-- What might have been withheld of a person's record, and what was decided of it.
delete from access_item where request in (select request from access_case where person = :person)
