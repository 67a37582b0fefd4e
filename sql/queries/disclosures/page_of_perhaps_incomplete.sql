-- The next disclosures, after an id, that may lack something; what is missing of each is asked of its whole row, which
-- has fewer reasons than are asked here, never others.
select id from disclosure
where id > :after
  and (coalesce(trim(recipient, :blanks), '') = '' or coalesce(trim(information, :blanks), '') = ''
       or coalesce(trim(reasons, :blanks), '') = '' or coalesce(trim(authorised_by, :blanks), '') = ''
       or (outcome = 'shared'
           and (coalesce(trim(risk_assessment, :blanks), '') = '' or coalesce(trim(lawful_basis, :blanks), '') = ''
                or coalesce(trim(consent, :blanks), '') = '' or coalesce(trim(method, :blanks), '') = ''
                or consent like 'not%'
                or (lower(lawful_basis) like '%consent%' and coalesce(trim(consent_on, :blanks), '') = ''))))
order by id limit :size
