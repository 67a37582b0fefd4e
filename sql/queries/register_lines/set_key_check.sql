-- What the key that names ended records makes of a fixed text.
insert into register_state (one, mirrored, tree_size, tree_frontier, key_check) values (1, 0, 0, '[]', :key_check)
on conflict (one) do update set key_check = excluded.key_check
