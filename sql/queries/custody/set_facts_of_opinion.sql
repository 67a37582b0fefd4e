-- What is left of an opinion when parts that it is about are gone.
update access_ask set facts = :facts where request = :request and number = :number
