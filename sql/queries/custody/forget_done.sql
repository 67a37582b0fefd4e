-- What was done on the way to an involvement's end.
delete from done_on_the_way where involvement = :involvement
