-- The latest day that decisions were evaluated for.
insert into store_property (name, value) values ('evaluated_until', :day)
