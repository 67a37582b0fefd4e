-- How far the register's mirror, its signed tree heads and a replay have come.
select mirrored, tree_size, tree_frontier, replaying, coalesce(key_check, '') from register_state where one = 1
