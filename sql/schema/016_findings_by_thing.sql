-- What an erasure ends is found by what it is about.
create index recording_finding_by_thing on recording_finding (thing)
