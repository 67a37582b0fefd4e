-- The first decisions of a kind a person must look at.
select d.person, d.involvement, d.service, d.outcome, d.rule, d.retain_until, d.holds, d.conflict
from decision d
where d.attention = :attention
order by d.attention, d.person, d.involvement limit :size
