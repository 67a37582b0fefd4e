-- What stays of a record that was made anonymous.
insert into anonymous_statistic (number, service, opened_year, closed_year, age_band, entries)
select coalesce(max(number), 0) + 1, :service, :opened_year, :closed_year, :age_band, cast(:entries as bigint)
from anonymous_statistic
