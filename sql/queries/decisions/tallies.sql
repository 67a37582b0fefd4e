-- How many decisions of each kind there are.
select service, outcome, rule, falls_in, conflict, decisions from decision_tally
order by service, outcome, rule, falls_in, conflict
