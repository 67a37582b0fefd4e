-- What is checked now.
insert into store_property (name, value) values (:name, :value)
