-- Findings come in the order of people: what they are listed by lies in the order in which they come, so that each is written
-- beside the one before it.
drop index recording_finding_by_age;
create index recording_finding_by_age on recording_finding (first_seen_on, thing, rule) where state = 'open';
drop index recording_finding_by_opening;
create index recording_finding_by_opening on recording_finding (opened_on)
