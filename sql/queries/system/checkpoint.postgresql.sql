-- SQLite's twin empties its log; here the server sees to its own.
select 0, 0, 0
