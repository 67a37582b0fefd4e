-- The holds that people place have changed.
insert into store_property (name, value) values ('holds_stamp', '1')
on conflict (name) do update set value = cast(cast(store_property.value as integer) + 1 as text)
