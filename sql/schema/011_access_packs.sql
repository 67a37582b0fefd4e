-- The pack of an access request: what was made of it, when, and where its files lie until they have served. The files are
-- the trust's working copies; what was in them stays here, in counts and digests, without a word of anybody.
create table access_pack (
    request plain_text primary key references access_request (id),
    person plain_text not null,
    -- made, sealed, ended (its files are gone)
    state plain_text not null,
    made_on plain_text not null,
    made_by plain_text not null,
    -- digest of the review and the decisions that it was made by
    made_of plain_text not null,
    -- in which capacity was asked: packs of one capacity are compared
    capacity plain_text not null,
    -- its own, where the files lie; null once they are gone
    folder plain_text,
    -- the day from which its files go
    ends_on plain_text not null,
    -- JSON object: files with their digests, sums, shares, volumes
    facts plain_text not null
);
create index access_pack_by_person on access_pack (person);
create index access_pack_by_end on access_pack (ends_on) where folder is not null
