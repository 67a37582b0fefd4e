-- Is there a person of that id?
select count(*) from person where id = :id
