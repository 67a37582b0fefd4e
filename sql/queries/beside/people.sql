-- Whom relationships and roles put beside a person, from either side.
select other from relationship where person = :person and other is not null
union
select person from relationship where other = :person
union
select r.person from person_reference r
join involvement i on r.by_type = 'involvement' and r.by_id = i.id
where i.person = :person
union
select i.person from person_reference r
join involvement i on r.by_type = 'involvement' and r.by_id = i.id
where r.person = :person
order by 1
