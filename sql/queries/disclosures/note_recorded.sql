-- A disclosure was recorded here: no load replaces it.
update disclosure set recorded_at = :recorded_at where id = :id
