-- The number of the next proposal.
select coalesce(max(number), 0) + 1 from proposal
