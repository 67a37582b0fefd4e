-- The next people, with the human being whose records are joined.
select p.id, s.human from person p
left join same_person s on s.person = p.id
where p.id > :after
order by p.id limit :size
