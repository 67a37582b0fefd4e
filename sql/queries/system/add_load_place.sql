-- A line to be judged when all is in.
insert into load_place (kind, id, file, line) values (:kind, :id, :file, :line)
