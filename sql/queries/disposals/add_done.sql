-- An action on the way has been carried out.
insert into done_on_the_way (involvement, action, rule, done_on, certificate)
values (:involvement, :action, :rule, :done_on, :certificate)
on conflict (involvement, action, rule) do update set
    done_on = excluded.done_on, certificate = excluded.certificate
