-- The whole row of a entry that is there already, its id last.
update entry set
    involvement = :involvement,
    kind = :kind,
    occurred_at = :occurred_at,
    recorded_at = :recorded_at,
    author = :author,
    present = :present,
    addressed_to = :addressed_to,
    topic = :topic,
    account = :account,
    decision = :decision,
    reason = :reason,
    decided_by = :decided_by,
    classification = :classification,
    provided_by = :provided_by,
    flags = :flags,
    subject_words = :subject_words,
    mentions = :mentions,
    remarks = :remarks,
    counts_on = :counts_on,
    account_print = :account_print
where id = :id
