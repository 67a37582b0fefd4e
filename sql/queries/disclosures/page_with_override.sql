-- The next disclosures, after an id, that were made against a stop to prevent serious harm, decided on a day or later.
select id from disclosure
where id > :after and overrides is not null and override_reason is not null and decided_on >= :since
order by id limit :size
