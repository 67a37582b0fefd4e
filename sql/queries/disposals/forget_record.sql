-- The record has ended: its proposals name it no more, nor say in words why they were put off or answered.
update proposal set person = null, involvement = null, deferral_reason = null, answer_reason = null
where involvement = :involvement
