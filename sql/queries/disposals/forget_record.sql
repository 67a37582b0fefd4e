-- The record has ended: its proposals name it no more, nor say its day (of a rule that counts from birth it tells the
-- birth), nor what it was, nor in words why they were put off or answered.
update proposal set person = null, involvement = null, retain_until = null, fingerprint = '', deferral_reason = null,
    answer_reason = null
where involvement = :involvement
