-- The whole row of a involvement that is there already, its id last.
update involvement set
    person = :person,
    service = :service,
    opened = :opened,
    closed = :closed,
    closure_reason = :closure_reason,
    worker = :worker,
    team = :team,
    system = :system,
    events = :events,
    attributes = :attributes,
    roles = :roles,
    file_reference = :file_reference,
    remarks = :remarks
where id = :id
