-- Of whom records were written out: the register's line stays.
update export_log set person = '', reason = '' where person = :person
