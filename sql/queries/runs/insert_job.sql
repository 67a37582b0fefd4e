-- What one job of a night did.
insert into run_job (run, position, job, outcome, handled, refused, failed, seconds, failures, counts)
values (:run, :position, :job, :outcome, :handled, :refused, :failed, :seconds, :failures, :counts)
