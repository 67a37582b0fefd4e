-- The model: one table a record type, columns in the interchange format's order. Nested values that belong to the row
-- stay in it as canonical JSON; what must be found from the other end has a row of its own (person_reference,
-- document_involvement). Days and moments are ISO text. Columns after "-- derived" are computed when a row is written.

create table person (
    id plain_text primary key,
    family_name plain_text not null,
    given_names plain_text,
    known_as plain_text,
    former_names plain_text,
    date_of_birth plain_text,
    expected_date_of_birth plain_text,
    died plain_text,
    date_of_death plain_text,
    identifiers plain_text,
    addresses plain_text,
    contacts plain_text,
    adopted_from plain_text,
    communication_needs plain_text
);
create index person_by_adoption on person (adopted_from) where adopted_from is not null;

create table professional (
    id plain_text primary key,
    name plain_text not null,
    kind plain_text not null,
    role plain_text,
    organisation plain_text,
    team plain_text
);

create table relationship (
    id plain_text primary key,
    person plain_text not null references person (id),
    kind plain_text not null,
    other plain_text references person (id),
    name plain_text,
    known_to_subject plain_text,
    consent_to_disclose plain_text,
    consent_on plain_text
);
create index relationship_by_person on relationship (person, kind, other);
create index relationship_by_other on relationship (other, kind, person) where other is not null;

create table involvement (
    id plain_text primary key,
    person plain_text not null references person (id),
    service plain_text not null,
    opened plain_text not null,
    closed plain_text,
    closure_reason plain_text,
    worker plain_text references professional (id),
    team plain_text,
    system plain_text,
    events plain_text,
    attributes plain_text,
    roles plain_text,
    file_reference plain_text,
    -- derived
    last_entry_on plain_text,
    last_contact_on plain_text
);
create index involvement_by_person on involvement (person, id);

create table entry (
    id plain_text primary key,
    involvement plain_text not null references involvement (id),
    kind plain_text not null,
    occurred_at plain_text not null,
    recorded_at plain_text,
    author plain_text references professional (id),
    present plain_text,
    addressed_to plain_text,
    topic plain_text,
    account plain_text,
    decision plain_text,
    reason plain_text,
    decided_by plain_text,
    classification plain_text,
    provided_by plain_text,
    flags plain_text,
    subject_words plain_text,
    mentions plain_text,
    -- derived: the later of the occurred and recorded local day; null for an entry the product wrote itself
    counts_on plain_text
);
create index entry_by_involvement on entry (involvement, counts_on, kind);

create table document (
    id plain_text primary key,
    entry plain_text not null references entry (id),
    file plain_text not null,
    title plain_text,
    media_type plain_text,
    sha256 plain_text not null,
    also_in plain_text,
    keepsake plain_text
);
create index document_by_entry on document (entry);
create index document_by_digest on document (sha256);

create table document_involvement (
    document plain_text not null references document (id),
    involvement plain_text not null references involvement (id),
    primary key (document, involvement)
);
create index document_involvement_by_involvement on document_involvement (involvement);

create table disclosure (
    id plain_text primary key,
    person plain_text not null references person (id),
    decided_on plain_text not null,
    outcome plain_text not null,
    recipient plain_text,
    information plain_text,
    reasons plain_text,
    risk_assessment plain_text,
    authorised_by plain_text,
    lawful_basis plain_text,
    consent plain_text,
    method plain_text,
    involvement plain_text references involvement (id)
);
create index disclosure_by_person on disclosure (person);

create table hold (
    id plain_text primary key,
    kind plain_text not null,
    authority plain_text not null,
    reason plain_text not null,
    from_on plain_text not null,
    scope plain_text not null,
    review_on plain_text,
    released_on plain_text,
    released_by plain_text,
    release_reason plain_text
);

create table deletion_request (
    id plain_text primary key,
    person plain_text not null references person (id),
    received_at plain_text not null,
    requester plain_text,
    scope plain_text,
    ground plain_text,
    identity plain_text,
    fee plain_text,
    clarifications plain_text,
    extension_notice_on plain_text,
    answered_on plain_text
);
create index deletion_request_by_person on deletion_request (person);

create table access_request (
    id plain_text primary key,
    person plain_text not null references person (id),
    received_at plain_text not null,
    requester plain_text,
    scope plain_text,
    format plain_text,
    delivery plain_text,
    identity plain_text,
    fee plain_text,
    clarifications plain_text,
    extension_notice_on plain_text,
    answered_on plain_text
);
create index access_request_by_person on access_request (person);

-- Which records name a person elsewhere than in a column of their own: roles, mentions, protected addresses, scopes.
create table person_reference (
    person plain_text not null,
    by_type plain_text not null,
    by_id plain_text not null,
    primary key (person, by_type, by_id)
);
create index person_reference_by_record on person_reference (by_type, by_id);

-- Records of one human being: every record of a group, and the smallest id among them. People alone have no row.
create table same_person (
    person plain_text primary key references person (id),
    human plain_text not null
);
create index same_person_by_human on same_person (human, person);

-- How many rows of each type there are, kept in step by whoever adds and removes.
create table record_count (
    type plain_text primary key,
    records bigint not null
);

-- The names of events that stored involvements carry, for the schedule's "a trigger nobody records".
create table recorded_event (
    name plain_text primary key
)
