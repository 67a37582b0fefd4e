-- What a deletion request asks for, without what has ended.
update deletion_request set scope = :scope where id = :id
