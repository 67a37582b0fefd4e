-- SQLite takes any word with TEXT in it for a text column: the types of PostgreSQL's twin need no declaration here.
select 1
