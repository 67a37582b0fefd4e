-- What of a person's record may have to be told to whoever was given it: what a load corrected, what has a remark
-- beside it, what is disputed.
select 'person' as type, id, '' as involvement, coalesce(corrected_on, '') from person
where id = :person and corrected_on is not null
union all
select 'involvement', id, id, coalesce(corrected_on, '') from involvement
where person = :person and (corrected_on is not null or remarks is not null)
union all
select 'entry', e.id, e.involvement, coalesce(e.corrected_on, '') from entry e
join involvement i on i.id = e.involvement
where i.person = :person and (e.corrected_on is not null or e.remarks is not null or e.flags like '%"disputed"%')
union all
select 'document', d.id, e.involvement, coalesce(d.corrected_on, '') from document d
join entry e on e.id = d.entry
join involvement i on i.id = e.involvement
where i.person = :person and d.corrected_on is not null
union all
select 'document', d.id, i.id, coalesce(d.corrected_on, '') from document_involvement x
join involvement i on i.id = x.involvement
join document d on d.id = x.document
where i.person = :person and d.corrected_on is not null
