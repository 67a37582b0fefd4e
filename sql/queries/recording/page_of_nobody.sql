-- The open findings about which no worker is to be asked, the longest open first.
select id, rule, thing, person, involvement, worker, team, lacks, about_on, owed_by, state, first_seen_on, opened_on,
    reopened, closed_on, waived_on, waived_by, waived_until, waiver_reason
from recording_finding
where state = 'open' and worker is null
order by opened_on, rule, thing
