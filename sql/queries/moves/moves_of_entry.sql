-- The moves of an entry, in their order.
select number, entry, from_involvement, from_person, to_involvement, to_person, state, reason, asked_on, asked_at, asked_by,
    agreed_by, agreed_because, moved_on
from entry_move where entry = :entry order by number
