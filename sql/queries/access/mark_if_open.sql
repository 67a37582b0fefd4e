-- A person's file has changed while an access request about it is open.
insert into access_review_due (person)
select min(person) from access_case
where person = :person and state in ('entitled', 'reviewed', 'decided', 'signed', 'referred')
having count(*) > 0
on conflict (person) do nothing
