-- What a receiver is given, as it now stands.
insert into handover (proposal, receiver, folder, manifest, packed_on, received_on, recorded_by)
values (:proposal, :receiver, :folder, :manifest, :packed_on, :received_on, :recorded_by)
on conflict (proposal) do update set
    receiver = excluded.receiver, folder = excluded.folder, manifest = excluded.manifest,
    packed_on = excluded.packed_on, received_on = excluded.received_on, recorded_by = excluded.recorded_by
