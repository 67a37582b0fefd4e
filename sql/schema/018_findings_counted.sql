-- Open findings are counted, and listed for a worker, from one index. By the day on which it was opened only what is no longer
-- open is looked for: of what is open the count says it.
drop index recording_finding_open;
drop index recording_finding_asked;
create index recording_finding_open on recording_finding (worker, rule, team, opened_on, state) where state = 'open';
drop index recording_finding_by_opening;
create index recording_finding_by_opening on recording_finding (opened_on) where state <> 'open'
