-- The involvements of one person.
select i.id, i.person, i.service, i.opened, i.closed, i.events, i.attributes, i.roles,
    i.last_entry_on, i.last_contact_on, i.kept_until
from involvement i
where i.person = :person
order by i.id
