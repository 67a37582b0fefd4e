-- What was last checked: until which day, and by which rules.
select value from store_property where name = :name
