-- Rows of several types were removed.
insert into record_count (type, records)
values ('person', -cast(:people as bigint)), ('relationship', -cast(:relationships as bigint)),
    ('involvement', -cast(:involvements as bigint)), ('entry', -cast(:entries as bigint)),
    ('document', -cast(:documents as bigint)), ('disclosure', -cast(:disclosures as bigint)),
    ('hold', -cast(:holds as bigint)), ('deletion_request', -cast(:deletion_requests as bigint)),
    ('access_request', -cast(:access_requests as bigint))
on conflict (type) do update set records = record_count.records + excluded.records
