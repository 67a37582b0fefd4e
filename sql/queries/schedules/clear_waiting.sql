-- Another schedule came into force: what waited was measured against the one before.
delete from schedule_in_waiting
