-- The next involvements in byte order, with the decision stored for each and whether its person is stale.
select i.id, i.person, i.service,
    d.outcome, d.rule, d.retain_until, d.minimise_on, d.transfer_on, d.conflict, d.reconsider_on, d.holds,
    d.evaluated_on, x.person, i.opened
from involvement i
left join decision d on d.person = i.person and d.involvement = i.id
left join stale_person x on x.person = i.person
where i.id > :after
order by i.id limit :size
