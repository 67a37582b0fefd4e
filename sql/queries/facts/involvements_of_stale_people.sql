-- The involvements of the stale people of one page.
select i.id, i.person, i.service, i.opened, i.closed, i.events, i.attributes, i.roles,
    i.last_entry_on, i.last_contact_on, i.kept_until
from stale_person x
cross join involvement i
where i.person = x.person and x.person > :after and x.person <= :upto
order by x.person, i.id
