-- How many instructions source systems have not confirmed.
select count(*) from disposal_instruction where confirmed_on is null
