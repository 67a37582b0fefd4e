-- The next involvements that have reached their end.
select d.person, i.id, d.service, d.outcome, d.rule, d.retain_until, d.holds
from involvement i
join decision d on d.person = i.person and d.involvement = i.id
where i.id > :after and d.attention in ('due', 'review', 'held')
order by i.id limit :size
