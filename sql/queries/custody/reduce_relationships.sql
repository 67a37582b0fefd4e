-- Of the relationships of a person whose record has ended, who is what to whom.
update relationship set name = null, known_to_subject = null, consent_to_disclose = null, consent_on = null
where person = :person
