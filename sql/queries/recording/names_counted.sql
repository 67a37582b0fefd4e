-- What has been counted of: every rule, worker or team that had a finding.
select distinct name from recording_count where of_what = :of_what order by name
