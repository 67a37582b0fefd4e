-- The narrative of an involvement's entries, in which a hold's words are sought.
select account, decision, reason, subject_words from entry where involvement = :involvement
