-- A person's row or file has changed: the open access requests about any record of that human being, or about somebody
-- who is related to them, are to be reviewed again.
insert into access_review_due (request)
select c.request from access_case c
where c.state in ('entitled', 'reviewed', 'decided', 'signed', 'referred')
    and c.person in (
        select p.id from person p where p.id = :person
        union select o.person from same_person o join same_person s on s.human = o.human where s.person = :person
        union select r.person from relationship r where r.other = :person)
on conflict (request) do nothing
