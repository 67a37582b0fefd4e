-- Bundles that wait for nobody any more.
select h.proposal, h.receiver, h.folder, h.manifest, h.packed_on, h.received_on, h.recorded_by
from handover h
join proposal p on p.number = h.proposal
where h.folder <> '' and p.state = 'withdrawn'
order by h.proposal
