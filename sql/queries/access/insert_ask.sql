-- Somebody was asked for something.
insert into access_ask (
    request, number, kind, whom, about, asked_on, answer_by, answered_on, outcome, facts, reminded, reminded_on)
values (
    :request, :number, :kind, :whom, :about, :asked_on, :answer_by, :answered_on, :outcome, :facts, :reminded,
    :reminded_on)
