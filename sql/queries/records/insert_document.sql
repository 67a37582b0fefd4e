-- A new document; affects no row where one of that id is there.
insert into document (
    id, entry, file, title, media_type, sha256, also_in, keepsake)
values (
    :id, :entry, :file, :title, :media_type, :sha256, :also_in, :keepsake)
on conflict (id) do nothing
