-- The store's pages were cleaned once more.
insert into store_property (name, value) values ('cleanings', '1')
on conflict (name) do update set value = cast(cast(store_property.value as bigint) + 1 as text)
