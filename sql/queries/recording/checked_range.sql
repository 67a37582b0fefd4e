-- The people of one range have been held against the rules.
delete from recording_due where person >= :from and person <= :upto
