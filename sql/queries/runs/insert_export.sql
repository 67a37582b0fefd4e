-- Why records were written out.
insert into export_log (register_line, person, reason) values (:register_line, :person, :reason)
