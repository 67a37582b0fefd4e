-- Letters of this load that have no copy.
select l.id, l.file, l.line from load_place l
where l.kind = 'letter' and not exists (select 1 from document d where d.entry = l.id)
order by l.file, l.line
