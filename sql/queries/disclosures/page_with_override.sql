-- The next disclosures, after an id, that were made against a stop to prevent serious harm, recorded on a day or later;
-- one that a load brought counts from when it was decided.
select id from disclosure
where id > :after and overrides is not null and override_reason is not null and coalesce(recorded_at, decided_on) >= :since
order by id limit :size
