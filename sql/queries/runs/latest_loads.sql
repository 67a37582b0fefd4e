-- The latest loads, newest first.
select number, loaded_at, loaded_on, format, lines_read, stored, unchanged, rejected, findings, errors
from load order by number desc limit :size
