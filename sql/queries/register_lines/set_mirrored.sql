-- The last line known to lie in the mirror.
insert into register_state (one, mirrored, tree_size, tree_frontier) values (1, :mirrored, 0, '[]')
on conflict (one) do update set mirrored = excluded.mirrored
