-- Another value after every change to the holds that people place.
select value from store_property where name = 'holds_stamp'
