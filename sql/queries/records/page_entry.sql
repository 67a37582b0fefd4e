-- The next entry rows after an id, in byte order.
select
    id, involvement, kind, occurred_at, recorded_at, author, present, addressed_to, topic, account,
    decision, reason, decided_by, classification, provided_by, flags, subject_words, mentions,
    remarks
from entry where id > :after order by id limit :size
