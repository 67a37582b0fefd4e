-- The word owed to the person before a record goes, as it now stands.
insert into destruction_notice (
    involvement, written_on, letter, sent_on, sent_by, waived_on, waived_by, waiver_reason)
values (:involvement, :written_on, :letter, :sent_on, :sent_by, :waived_on, :waived_by, :waiver_reason)
on conflict (involvement) do update set
    written_on = excluded.written_on, letter = excluded.letter, sent_on = excluded.sent_on,
    sent_by = excluded.sent_by, waived_on = excluded.waived_on, waived_by = excluded.waived_by,
    waiver_reason = excluded.waiver_reason
