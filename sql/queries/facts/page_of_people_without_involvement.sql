-- The next people without any involvement, their joined records considered, in byte order; stubs are none.
select p.id from person p
where p.id > :after
    and not exists (select 1 from involvement i where i.person = p.id)
    and not exists (select 1 from same_person s
        join same_person o on o.human = s.human
        join involvement i on i.person = o.person
        where s.person = p.id)
    and not exists (select 1 from person_stub t where t.person = p.id)
order by p.id limit :size
