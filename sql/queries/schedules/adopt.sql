-- A schedule comes into force.
insert into adopted_schedule (number, adopted_at, adopted_by, title, version, digest, schedule, catalogue)
values (:number, :adopted_at, :adopted_by, :title, :version, :digest, :schedule, :catalogue)
