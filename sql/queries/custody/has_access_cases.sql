-- Has a person access requests that people have worked on?
select cast(count(*) as bigint) from access_case where person = :person
