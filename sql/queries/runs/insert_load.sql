-- A load.
insert into load (number, loaded_at, loaded_on, format, actor, digest, lines_read, stored, unchanged, rejected, findings, errors)
values (:number, :loaded_at, :loaded_on, :format, :actor, :digest, :lines_read, :stored, :unchanged, :rejected, :findings, :errors)
