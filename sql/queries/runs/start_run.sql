-- A night begins.
insert into run (number, as_of, dry_run, started_at, actor) values (:number, :as_of, :dry_run, :started_at, :actor)
