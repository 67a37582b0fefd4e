-- A record that has ended, by its keyed digest.
insert into ended_record (digest, line) values (:digest, :line) on conflict (digest) do nothing
