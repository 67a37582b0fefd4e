-- An entry was corrected or moved: the latest entry and contact days anew.
update involvement set
    last_entry_on = (select max(e.counts_on) from entry e where e.involvement = involvement.id),
    last_contact_on = (select max(e.counts_on) from entry e where e.involvement = involvement.id
        and e.kind in ('meeting', 'telephone-call', 'face-to-face', 'letter-sent', 'letter-received', 'email-sent',
            'email-received'))
where id = :involvement
