-- What became of something that was asked.
update access_ask set
    answered_on = :answered_on, outcome = :outcome, facts = :facts, reminded = :reminded, reminded_on = :reminded_on
where request = :request and number = :number
