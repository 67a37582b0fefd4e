-- How many findings were set aside from one day until before another, by rule, worker and team; what became of them since is
-- no matter.
select rule, coalesce(worker, ''), coalesce(team, ''), count(*) from recording_finding
where waived_on >= :from and waived_on < :until group by rule, worker, team
