-- How many proposals wait for word to their person.
select count(*)
from destruction_notice n
where n.sent_on is null and n.waived_on is null and exists (
    select 1 from proposal p
    where p.involvement = n.involvement and p.state in ('proposed', 'approved', 'packed'))
