-- Whom relationships and roles put beside a person, from either side.
select other from relationship where person = :person and other is not null
union
select person from relationship where other = :person
union
select r.person from involvement i
cross join person_reference r
where i.person = :person and r.by_type = 'involvement' and r.by_id = i.id
union
select i.person from person_reference r
cross join involvement i
where r.person = :person and r.by_type = 'involvement' and i.id = r.by_id
order by 1
