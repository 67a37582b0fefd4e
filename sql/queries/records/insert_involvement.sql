-- A new involvement; affects no row where one of that id is there.
insert into involvement (
    id, person, service, opened, closed, closure_reason, worker, team, system, events, attributes,
    roles, file_reference, remarks)
values (
    :id, :person, :service, :opened, :closed, :closure_reason, :worker, :team, :system, :events,
    :attributes, :roles, :file_reference, :remarks)
on conflict (id) do nothing
