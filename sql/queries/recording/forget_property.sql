-- Makes room for what is checked now.
delete from store_property where name = :name
