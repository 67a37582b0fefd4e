-- The packs of a person's access requests; their files were noted before.
delete from access_pack where person = :person
