-- The next people who have a record, with all that they may be called by.
select p.id, p.family_name, p.given_names, p.known_as, p.former_names, p.identifiers
from person p
where p.id > :after and exists (select 1 from involvement i where i.person = p.id)
order by p.id limit :size
