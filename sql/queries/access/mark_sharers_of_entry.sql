-- An entry has changed: the open access requests about whoever else has a document of it in their record, in any record of
-- that human being, are to be reviewed again.
insert into access_review_due (request)
select c.request from access_case c
where c.state in ('entitled', 'reviewed', 'decided', 'signed', 'referred')
    and c.person in (
        select i.person from document d
            join document_involvement x on x.document = d.id join involvement i on i.id = x.involvement
            where d.entry = :entry
        union select o.person from document d
            join document_involvement x on x.document = d.id join involvement i on i.id = x.involvement
            join same_person s on s.person = i.person join same_person o on o.human = s.human
            where d.entry = :entry)
on conflict (request) do nothing
