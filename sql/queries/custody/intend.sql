-- A stored file no row names any more.
insert into erasure_intention (digest, line, intended_at) values (:digest, :line, :intended_at)
on conflict (digest) do nothing
