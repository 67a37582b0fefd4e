-- What was last counted of each, up to and with a day.
select c.of_what, c.name, c.counted_on, c.open_findings, c.appeared, c.mended, c.waived from recording_count c
where c.counted_on = (
    select max(l.counted_on) from recording_count l
    where l.of_what = c.of_what and l.name = c.name and l.counted_on <= :day)
order by c.of_what, c.name
