-- What was asked of whom, in order.
select request, number, kind, whom, about, asked_on, answer_by, answered_on, outcome, facts, reminded, reminded_on
from access_ask where request = :request order by number
