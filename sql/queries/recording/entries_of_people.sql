-- The entries of a range of people, in the order of their involvements: what recording rules ask of them. Those that the product
-- wrote count on no day. A copy is looked for where the pattern of kinds says that a rule asks for one; one that was destroyed by
-- decision counts as if it were there. Read documents are counted where that is asked: one that lies in several records is nobody's
-- alone.
select e.involvement, e.id, e.kind, e.occurred_at, e.recorded_at, e.author, e.topic, e.present, e.addressed_to, e.account,
    e.decision, e.reason, e.decided_by, e.classification, e.subject_words,
    case when :kinds like '%,' || e.kind || ',%' then
        (select count(*) from document d where d.entry = e.id)
        + (select count(*) from recording_without_copy w where w.entry = e.id) end,
    e.account_print,
    case when :with_words = 1 then
        (select count(*) from document d cross join document_words w
            where d.entry = e.id and w.sha256 = d.sha256 and d.also_in is null) end
from involvement i
cross join entry e
where i.person >= :from and i.person <= :upto and e.involvement = i.id and e.counts_on is not null
order by i.person, i.id
