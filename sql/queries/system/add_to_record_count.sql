-- Rows of a type were added or removed.
insert into record_count (type, records) values (:type, :records)
on conflict (type) do update set records = record_count.records + excluded.records
