-- What was said of parts of a request when they were marked.
update deletion_event set facts = '{}' where request = :request and event in ('misfiled', 'unlawful')
