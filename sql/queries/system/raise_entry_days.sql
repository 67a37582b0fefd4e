-- New entries: the latest entry and contact days can only have become later.
update involvement set
    last_entry_on = case when last_entry_on is null or last_entry_on < :entry_on then :entry_on
        else last_entry_on end,
    last_contact_on = case when :contact_on <> '' and (last_contact_on is null or last_contact_on < :contact_on)
        then :contact_on else last_contact_on end
where id = :involvement
