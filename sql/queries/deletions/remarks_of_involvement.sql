-- What stands beside an involvement at its person's wish.
select remarks from involvement where id = :involvement
