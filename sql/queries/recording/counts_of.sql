-- What was counted of one, day by day.
select counted_on, open_findings, appeared, mended, waived from recording_count
where of_what = :of_what and name = :name and counted_on <= :day
order by counted_on
