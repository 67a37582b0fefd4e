-- The evaluator reads until when a person decided to keep an involvement.
update involvement set kept_until = :keep_until where id = :id
