-- The latest entry days up to a day, and the first after it.
select
    max(case when counts_on <= :day then counts_on end),
    max(case when counts_on <= :day and kind in ('meeting', 'telephone-call', 'face-to-face', 'letter-sent',
        'letter-received', 'email-sent', 'email-received') then counts_on end),
    min(case when counts_on > :day then counts_on end)
from entry where involvement = :involvement and counts_on is not null
