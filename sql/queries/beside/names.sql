-- The names of those beside a person who have no record.
select distinct name from relationship where person = :person and other is null and name is not null order by name
