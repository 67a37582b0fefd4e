-- The disclosure log: what is to be recorded of a disclosure and the first columns had no place for. Lists stay in the
-- row as canonical JSON.
alter table disclosure add column recipient_kind plain_text;
alter table disclosure add column consent_on plain_text;
alter table disclosure add column conditions plain_text;
alter table disclosure add column receipt plain_text;
alter table disclosure add column items plain_text;
alter table disclosure add column caveats plain_text;
alter table disclosure add column overrides plain_text;
alter table disclosure add column override_reason plain_text;
alter table disclosure add column told plain_text;
-- derived: when it was recorded here; null for one that a load brought, which the next load may replace
alter table disclosure add column recorded_at plain_text;

-- derived: the last day on which a load changed what had been written, so that whoever was given it before can be told
alter table person add column corrected_on plain_text;
alter table involvement add column corrected_on plain_text;
alter table entry add column corrected_on plain_text;
alter table document add column corrected_on plain_text
