-- People of this load that have no involvement.
select l.id, l.file, l.line from load_place l
where l.kind = 'person' and not exists (select 1 from involvement i where i.person = l.id)
order by l.file, l.line
