-- The involvements of a range of people. A record that was reduced is asked for nothing.
select i.person, i.id, i.service, i.opened, i.closed, i.closure_reason, i.worker, i.team,
    (select count(*) from done_on_the_way d where d.involvement = i.id and d.action = 'minimise')
from involvement i
where i.person >= :from and i.person <= :upto
order by i.person, i.id
