-- The first findings of a load, errors before warnings.
select severity, file, line, message from load_finding where load = :load order by severity, position limit :size
