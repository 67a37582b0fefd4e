-- A finding of a load.
insert into load_finding (load, position, severity, file, line, message)
values (:load, :position, :severity, :file, :line, :message)
