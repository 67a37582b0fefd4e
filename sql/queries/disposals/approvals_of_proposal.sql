-- Who approved a proposal.
select approved_by, role, approved_on, lapses_on from approval where proposal = :proposal
order by approved_on, approved_by
