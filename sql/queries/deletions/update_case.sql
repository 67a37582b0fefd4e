-- Where a request stands.
update deletion_case set
    state = :state, referred_from = :referred_from, assessed_on = :assessed_on, assessment = :assessment
where request = :request
