-- What a receiver was given for a proposal.
select receiver, folder, manifest, packed_on, received_on, recorded_by from handover where proposal = :proposal
