-- What a source system is told to destroy too.
insert into disposal_instruction (certificate, system, reference, written_on, confirmed_on, confirmed_by)
values (:certificate, :system, :reference, :written_on, :confirmed_on, :confirmed_by)
