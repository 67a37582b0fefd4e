-- How many retained decisions fall due in each month of a span, its ends included.
select service, rule, falls_in, conflict, decisions from retained_tally
where falls_in >= :first and falls_in <= :last
order by falls_in, service, rule, conflict
