-- How many rows of each type a person's file has; documents are counted apart.
select 'person' as type, cast(count(*) as bigint) as number from person where id = :person
union all
select 'involvement', cast(count(*) as bigint) from involvement where person = :person
union all
select 'entry', cast(count(*) as bigint) from entry where involvement in (select id from involvement where person = :person)
union all
select 'disclosure', cast(count(*) as bigint) from disclosure where person = :person
union all
select 'material', cast(count(*) as bigint) from access_material
where request in (select request from access_case where person = :person)
