-- The narrative of an involvement's entries up to a day, in which a hold's words are sought.
select account, decision, reason, subject_words from entry
where involvement = :involvement and (counts_on is null or counts_on <= :day)
