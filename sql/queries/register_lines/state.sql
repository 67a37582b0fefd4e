-- How far the register's mirror and its signed tree heads have come.
select mirrored, tree_size, tree_frontier from register_state where one = 1
