-- A replay has begun, or has ended.
insert into register_state (one, mirrored, tree_size, tree_frontier, replaying) values (1, 0, 0, '[]', :replaying)
on conflict (one) do update set replaying = excluded.replaying
