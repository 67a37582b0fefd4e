-- The next people, after an id, of whose record something was shared, and in which a load corrected something, something
-- has a remark beside it or is disputed.
select distinct s.person from disclosure s
where s.outcome = 'shared' and s.person > :after
  and (exists (select 1 from person p where p.id = s.person and p.corrected_on is not null)
       or exists (select 1 from involvement i
                  where i.person = s.person and (i.corrected_on is not null or i.remarks is not null))
       or exists (select 1 from involvement i join entry e on e.involvement = i.id
                  where i.person = s.person
                    and (e.corrected_on is not null or e.remarks is not null or e.flags like '%"disputed"%'))
       or exists (select 1 from involvement i join entry e on e.involvement = i.id join document d on d.entry = e.id
                  where i.person = s.person and d.corrected_on is not null)
       or exists (select 1 from involvement i join document_involvement x on x.involvement = i.id
                  join document d on d.id = x.document
                  where i.person = s.person and d.corrected_on is not null))
order by s.person limit :size
