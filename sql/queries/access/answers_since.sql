-- What was asked from a day on and answered, and how long it took.
select kind, asked_on, answered_on
from access_ask where answered_on is not null and asked_on >= :since and asked_on < answered_on order by kind, asked_on
