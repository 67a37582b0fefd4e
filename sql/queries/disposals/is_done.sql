-- Has an action on the way been carried out?
select count(*) from done_on_the_way where involvement = :involvement and action = :action and rule = :rule
