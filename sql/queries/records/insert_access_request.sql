-- A new access request; affects no row where one of that id is there.
insert into access_request (
    id, person, received_at, requester, scope, format, delivery, channel, support,
    route, statement, identity, fee, clarifications, extension_notice_on, answered_on)
values (
    :id, :person, :received_at, :requester, :scope, :format, :delivery, :channel,
    :support, :route, :statement, :identity, :fee, :clarifications, :extension_notice_on, :answered_on)
on conflict (id) do nothing
