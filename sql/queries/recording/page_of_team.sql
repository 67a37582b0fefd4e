-- The open findings of a team, by worker, the longest open first; those of no team where none is named.
select id, rule, thing, person, involvement, worker, team, lacks, about_on, owed_by, state, first_seen_on, opened_on,
    reopened, closed_on, waived_on, waived_by, waived_until, waiver_reason
from recording_finding
where state = 'open' and coalesce(team, '') = :name
order by worker, opened_on, rule, thing
