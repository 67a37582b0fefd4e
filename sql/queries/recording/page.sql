-- The next findings in byte order, of a rule, a worker, a team, a person or any; the open ones, or all of them.
select id, rule, thing, person, involvement, worker, team, lacks, about_on, owed_by, state, first_seen_on, opened_on,
    reopened, closed_on, waived_on, waived_by, waived_until, waiver_reason
from recording_finding
where id > :after and (:rule = '' or rule = :rule) and (:worker = '' or worker = :worker)
    and (:team = '' or team = :team) and (:person = '' or person = :person) and (:every = 1 or state = 'open')
order by id limit :size
