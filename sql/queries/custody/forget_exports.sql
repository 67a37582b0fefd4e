-- Of whom records were written out: the register's line stays.
update export_log set person = null, reason = '' where person = :person
