-- Is somebody more than a name in others' records: is there an involvement of the human being, or a request of theirs
-- that is not answered?
select count(*) from (select 1) one
where exists (select 1 from involvement where person = :person)
    or exists (
        select 1 from same_person mine
        join same_person other on other.human = mine.human
        join involvement on involvement.person = other.person
        where mine.person = :person)
    or exists (select 1 from access_request where person = :person and answered_on is null)
    or exists (select 1 from deletion_request where person = :person and answered_on is null)
