-- Whoever has a document of the same content as one of a person's is looked at again, unless many have it.
insert into recording_due (person)
select distinct i.person from involvement m
cross join entry n
cross join document d
cross join document o
cross join entry e
cross join involvement i
where m.person = :person and n.involvement = m.id and d.entry = n.id and o.sha256 = d.sha256 and e.id = o.entry
    and i.id = e.involvement
    and not exists (select 1 from document x where x.sha256 = d.sha256 limit 1 offset 20)
on conflict (person) do nothing
