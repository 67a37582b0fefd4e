-- The next relationship rows of one person's record after an id, in byte order.
select
    id, person, kind, other, name, known_to_subject, consent_to_disclose, consent_on
from relationship where id > :after and (person = :person)
order by id limit :size
