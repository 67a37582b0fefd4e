-- A load begins.
delete from load_place
