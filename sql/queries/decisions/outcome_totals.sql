-- How many decisions there are of each outcome.
select outcome, sum(decisions) from decision_tally group by outcome order by outcome
