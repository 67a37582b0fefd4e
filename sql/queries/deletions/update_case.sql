-- Where a request stands.
update deletion_case set
    person = :person, state = :state, referred_from = :came_from, assessed_on = :assessed_on,
    assessment = :assessment, waits_for = :waits_for, executed_on = :executed_on, certificates = :certificates,
    letters = :letters
where request = :request
