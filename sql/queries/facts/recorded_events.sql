-- Names of events that stored involvements carry.
select name from recorded_event order by name
