-- What is checked now.
insert into store_property (name, value) values (:name, :value)
on conflict (name) do update set value = excluded.value
