-- How many documents one involvement's entries have.
select count(*) from entry e join document d on d.entry = e.id where e.involvement = :involvement
