-- What was last counted of each before a day.
select c.of_what, c.name, c.open_findings from recording_count c
where c.counted_on = (
    select max(l.counted_on) from recording_count l
    where l.of_what = c.of_what and l.name = c.name and l.counted_on < :day)
order by c.of_what, c.name
