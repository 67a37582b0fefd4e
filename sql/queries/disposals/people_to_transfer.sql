-- The next people whose records' day to be transferred has come, by day.
select transfer_on, person from decision
where (transfer_on, person) > (:after_day, :after) and transfer_on <= :day
order by transfer_on, person limit :size
