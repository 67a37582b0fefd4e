-- A new deletion request; affects no row where one of that id is there.
insert into deletion_request (
    id, person, received_at, requester, scope, ground, asks_for, statement, identity, fee, clarifications,
    extension_notice_on, answered_on)
values (
    :id, :person, :received_at, :requester, :scope, :ground, :asks_for, :statement, :identity, :fee, :clarifications,
    :extension_notice_on, :answered_on)
on conflict (id) do nothing
