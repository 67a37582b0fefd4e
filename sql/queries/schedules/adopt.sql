-- A schedule comes into force.
insert into adopted_schedule (
    number, adopted_at, adopted_by, title, version, digest, schedule, catalogue, reason, confirmed_by, cooling_until)
values (
    :number, :adopted_at, :adopted_by, :title, :version, :digest, :schedule, :catalogue, :reason, :confirmed_by,
    :cooling_until)
