-- What was decided before of one person.
select d.person, d.involvement, d.service, d.outcome, d.rule, d.retain_until, d.minimise_on, d.transfer_on, d.conflict,
    d.reconsider_on, d.holds
from decision d where d.person = :person order by d.involvement
