-- One night.
select number, as_of, dry_run, started_at, ended_at, actor from run where number = cast(:number as bigint)
