-- The findings that have been open for the longest.
select id, rule, thing, person, involvement, worker, team, lacks, about_on, owed_by, state, first_seen_on, opened_on,
    reopened, closed_on, waived_on, waived_by, waived_until, waiver_reason
from recording_finding
where state = 'open'
order by first_seen_on, thing, rule limit :size
