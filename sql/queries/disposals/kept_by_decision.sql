-- Until when an involvement is kept by a person's decision.
select keep_until, reason, decided_by, decided_on from kept_by_decision where involvement = :involvement
