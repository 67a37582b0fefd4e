-- Is there a professional of that id?
select count(*) from professional where id = :id
