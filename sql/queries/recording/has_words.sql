-- Was any document read?
select count(*) from (select 1 from document_words limit 1) one
