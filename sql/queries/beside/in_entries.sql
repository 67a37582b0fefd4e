-- Whom the entries of a person's records name where somebody is written, each way of saying it once.
select distinct e.present, e.addressed_to, e.decided_by, e.provided_by, e.mentions
from entry e join involvement i on i.id = e.involvement
where i.person = :person
    and coalesce(e.present, e.addressed_to, e.decided_by, e.provided_by, e.mentions) is not null
