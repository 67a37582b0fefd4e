-- A part of what a request asks for, with its verdict.
insert into deletion_item (
    request, item, involvement, service, verdict, reason, authority, kept_until, can_be_restricted)
values (
    :request, :item, :involvement, :service, :verdict, :reason, :authority, :kept_until, :can_be_restricted)
