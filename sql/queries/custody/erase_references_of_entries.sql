-- Whom the entries of an involvement name.
delete from person_reference
where by_type = 'entry' and by_id in (select id from entry where involvement = :involvement)
returning cast(person as text)
