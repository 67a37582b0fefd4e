-- Do records that are kept name a person, or are there involvements of theirs? What two people are to each other is part
-- of both their records; of people without any it names nobody.
with kept as (
    select r.kind, r.other as named, r.person as by_whom from relationship r where r.other = :person
    union all
    select r.kind, r.person, r.other from relationship r where r.person = :person and r.kind <> 'same-person')
select count(*) from (select 1) one
where exists (
        select 1 from kept
        where kind = 'same-person'
            or exists (select 1 from involvement where involvement.person = kept.by_whom)
            or exists (
                select 1 from same_person mine
                join same_person theirs on theirs.human = mine.human
                join involvement on involvement.person = theirs.person
                where mine.person = kept.by_whom))
    or exists (select 1 from person_reference where person = :person)
    or exists (select 1 from person where adopted_from = :person)
    or exists (select 1 from involvement where person = :person)
