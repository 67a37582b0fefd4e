-- A new entry; affects no row where one of that id is there.
insert into entry (
    id, involvement, kind, occurred_at, recorded_at, author, present, addressed_to, topic, account,
    decision, reason, decided_by, classification, provided_by, flags, subject_words, mentions,
    remarks, counts_on, account_print)
values (
    :id, :involvement, :kind, :occurred_at, :recorded_at, :author, :present, :addressed_to, :topic,
    :account, :decision, :reason, :decided_by, :classification, :provided_by, :flags,
    :subject_words, :mentions, :remarks, :counts_on, :account_print)
on conflict (id) do nothing
