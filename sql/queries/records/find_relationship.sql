-- One relationship by id, in the order of the interchange format.
select
    person, kind, other, name, known_to_subject, consent_to_disclose, consent_on
from relationship where id = :id
