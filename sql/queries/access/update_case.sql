-- Where an access request stands.
update access_case set
    state = :state, came_from = :came_from, reviewed_on = :reviewed_on, review = :review,
    dispatched_on = :dispatched_on, letters = :letters
where request = :request
