-- What was asked of whom and is not answered though its day has passed, of requests that wait for it.
select a.request, a.number, a.kind, a.whom, a.about, a.asked_on, a.answer_by, a.answered_on, a.outcome, a.facts,
    a.reminded, a.reminded_on
from access_ask a join access_case c on c.request = a.request
where a.answered_on is null and a.answer_by < :day
    and c.state in ('received', 'entitled', 'reviewed', 'decided', 'signed', 'referred', 'disputed')
    and (a.request > :after or (a.request = :after and a.number > :number))
order by a.request, a.number limit :size
