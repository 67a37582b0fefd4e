-- How often others' entries mention a person, and how often records were written out that may hold theirs.
select
    (select count(*) from person_reference where person = :person and by_type = 'entry'),
    (select count(*) from export_log where person = :person or person is null)
