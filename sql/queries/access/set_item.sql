-- Something that might be withheld, and what was decided of it.
insert into access_item (
    request, item, rule, about, proposal, why, decision, decided_by, decided_on, facts, countersigned_by,
    countersigned_on, look_again_on)
values (
    :request, :item, :rule, :about, :proposal, :why, :decision, :decided_by, :decided_on, :facts, :countersigned_by,
    :countersigned_on, :look_again_on)
on conflict (request, item, rule, about) do update set
    proposal = excluded.proposal, why = excluded.why, decision = excluded.decision, decided_by = excluded.decided_by,
    decided_on = excluded.decided_on, facts = excluded.facts, countersigned_by = excluded.countersigned_by,
    countersigned_on = excluded.countersigned_on, look_again_on = excluded.look_again_on
