-- What stands beside any entry or involvement, in which a hold's words are sought too.
select involvement, remarks from entry where remarks is not null
union all
select id, remarks from involvement where remarks is not null
