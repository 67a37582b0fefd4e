-- What was decided before of the stale people of one page.
select d.person, d.involvement, d.service, d.outcome, d.rule, d.retain_until, d.minimise_on, d.transfer_on, d.conflict,
    d.reconsider_on, d.holds
from stale_person x
cross join decision d
where d.person = x.person and x.person > :after and x.person <= :upto
order by x.person, d.involvement
