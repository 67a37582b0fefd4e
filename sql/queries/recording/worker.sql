-- A professional's name and role, for the head of their list.
select name, role, team from professional where id = :worker
