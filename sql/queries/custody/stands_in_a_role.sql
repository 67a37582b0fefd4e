-- Does an involvement name a person in a role?
select count(*) from (select 1) one
where exists (select 1 from person_reference where person = :person and by_type = 'involvement')
