-- Who wrote in a person's record, or was its worker.
select author as worker from entry
where author is not null and involvement in (select id from involvement where person = :person)
union
select worker from involvement where worker is not null and person = :person
order by worker
