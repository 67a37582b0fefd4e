-- What was counted of one on a day.
insert into recording_count (of_what, name, counted_on, open_findings, appeared, mended, waived)
values (:of_what, :name, :day, :open_findings, :appeared, :mended, :waived)
