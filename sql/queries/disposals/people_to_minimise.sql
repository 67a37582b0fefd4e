-- The next people whose records' day to be minimised has come, by day.
select minimise_on, person from decision
where (minimise_on, person) > (:after_day, :after) and minimise_on <= :day
order by minimise_on, person limit :size
