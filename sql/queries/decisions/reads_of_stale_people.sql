-- Whose facts the decisions of the stale people of one page read.
select r.reader, r.read_person
from stale_person x
cross join decision_read r
where r.reader = x.person and x.person > :after and x.person <= :upto
order by x.person, r.read_person
