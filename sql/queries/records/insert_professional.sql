-- A new professional; affects no row where one of that id is there.
insert into professional (
    id, name, kind, role, organisation, team)
values (
    :id, :name, :kind, :role, :organisation, :team)
on conflict (id) do nothing
