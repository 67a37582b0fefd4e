-- The whole row of a document that is there already, its id last.
update document set
    entry = :entry,
    file = :file,
    title = :title,
    media_type = :media_type,
    sha256 = :sha256,
    also_in = :also_in,
    keepsake = :keepsake
where id = :id
