-- A worker has changed: those of whose records they are asked.
insert into recording_due (person)
select distinct person from recording_finding where state = 'open' and worker = :worker
on conflict (person) do nothing
