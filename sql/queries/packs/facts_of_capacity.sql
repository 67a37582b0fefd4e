-- What was counted of the packs that were asked for in one capacity.
select request, facts from access_pack where capacity = :capacity order by request
