-- Whose facts the decisions of the stale people of one page read.
select r.reader, r.read_person
from stale_person x
join decision_read r on r.reader = x.person
where x.person > :after and x.person <= :upto
order by r.reader, r.read_person
