-- What is left of an involvement that was minimised.
update involvement set
    closure_reason = :closure_reason, worker = :worker, team = :team, events = :events, attributes = :attributes,
    roles = :roles, file_reference = :file_reference,
    remarks = :remarks
where id = :id
