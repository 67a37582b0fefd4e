-- The tree under the last signed head.
insert into register_state (one, mirrored, tree_size, tree_frontier) values (1, 0, :tree_size, :tree_frontier)
on conflict (one) do update set tree_size = excluded.tree_size, tree_frontier = excluded.tree_frontier
