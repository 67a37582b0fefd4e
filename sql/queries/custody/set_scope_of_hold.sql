-- What a hold reached, without what has ended.
update hold set scope = :scope where id = :id
