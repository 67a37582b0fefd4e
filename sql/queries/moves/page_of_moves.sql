-- The next moves after a number: all, or those in one state.
select number, entry, from_involvement, from_person, to_involvement, to_person, state, reason, asked_on, asked_at, asked_by,
    agreed_by, agreed_because, moved_on
from entry_move where number > :after and (state = :state or :state = '') order by number limit :size
