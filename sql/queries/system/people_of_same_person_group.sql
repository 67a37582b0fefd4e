-- The records last joined with this one.
select o.person from same_person s join same_person o on o.human = s.human where s.person = :person order by o.person
