-- The next entries in byte order, with the narrative in which a hold's words are sought.
select account, decision, reason, subject_words, involvement, counts_on, id from entry
where id > :after
order by id limit :size
