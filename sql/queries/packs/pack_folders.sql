-- The folders in which the files of packs lie.
select folder from access_pack where folder is not null order by folder
