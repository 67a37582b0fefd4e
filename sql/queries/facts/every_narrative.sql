-- Every entry as it lies, with the narrative in which a hold's words are sought.
select account, decision, reason, subject_words, involvement, counts_on from entry
