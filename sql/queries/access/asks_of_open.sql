-- What was asked of whom for each open request.
select a.request, a.number, a.kind, a.whom, a.about, a.asked_on, a.answer_by, a.answered_on, a.outcome, a.facts,
    a.reminded, a.reminded_on
from access_ask a join access_case c on c.request = a.request
where c.state in ('received', 'entitled', 'reviewed', 'decided', 'signed', 'referred', 'disputed')
order by a.request, a.number
