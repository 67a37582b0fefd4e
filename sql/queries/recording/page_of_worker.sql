-- The open findings that a worker is to be asked about, the longest open first.
select id, rule, thing, person, involvement, worker, team, lacks, about_on, owed_by, state, first_seen_on, opened_on,
    reopened, closed_on, waived_on, waived_by, waived_until, waiver_reason
from recording_finding
where state = 'open' and worker = :name
order by opened_on, rule, thing
