-- Somebody says of a part that it is misfiled or kept unlawfully.
insert into deletion_mark (request, item, mark, reason, marked_by, marked_on)
values (:request, :item, :mark, :reason, :marked_by, :marked_on)
on conflict (request, item) do update set
    mark = excluded.mark, reason = excluded.reason, marked_by = excluded.marked_by, marked_on = excluded.marked_on
