-- What is proposed and waits for word to its person, first proposed first.
select p.number, n.involvement, n.written_on, n.letter
from proposal p
join destruction_notice n on n.involvement = p.involvement
where p.state in ('proposed', 'approved', 'packed') and n.sent_on is null and n.waived_on is null
order by p.number limit :size
