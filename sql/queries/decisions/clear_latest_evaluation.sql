-- Makes room for the latest day of evaluation.
delete from store_property where name = 'evaluated_until'
