-- The next people whose records have changed, with the human being whose records are joined.
select x.person, s.human from recording_due x
left join same_person s on s.person = x.person
where x.person > :after
order by x.person limit :size
