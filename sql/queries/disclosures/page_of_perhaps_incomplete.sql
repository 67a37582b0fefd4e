-- The next disclosures, after an id, that may lack something; what is missing of each is asked of its whole row.
select id from disclosure
where id > :after
  and (coalesce(trim(recipient), '') = '' or coalesce(trim(information), '') = '' or coalesce(trim(reasons), '') = ''
       or coalesce(trim(authorised_by), '') = ''
       or (outcome = 'shared'
           and (coalesce(trim(risk_assessment), '') = '' or coalesce(trim(lawful_basis), '') = ''
                or coalesce(trim(consent), '') = '' or coalesce(trim(method), '') = '' or consent like 'not%'
                or (lower(lawful_basis) like 'consent%' and consent_on is null))))
order by id limit :size
