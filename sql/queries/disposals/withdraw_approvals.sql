-- A proposal stands without approvals again.
delete from approval where proposal = :proposal
