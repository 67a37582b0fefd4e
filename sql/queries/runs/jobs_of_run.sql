-- What the jobs of a night did.
select job, outcome, handled, refused, failed, seconds, failures, counts from run_job where run = :run order by position
