-- Until when an ended involvement was kept.
delete from kept_by_decision where involvement = :involvement
