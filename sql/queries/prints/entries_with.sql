-- The entries that have an account, one more than is asked about at most, with whose record they lie in and the human being whose records are joined.
select e.id, e.involvement, i.person, coalesce(s.human, i.person), e.recorded_at, e.account
from entry e
join involvement i on i.id = e.involvement
left join same_person s on s.person = i.person
where e.account_print = :account_print
order by e.id limit 21
