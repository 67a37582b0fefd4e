-- Does a pack still lie in a folder?
select cast(count(*) as bigint) from access_pack where folder = :folder
