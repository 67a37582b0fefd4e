-- When an action on the way was carried out, by a rule or (empty) by whichever last.
select done_on, certificate from done_on_the_way
where involvement = :involvement and action = :action and (rule = :rule or :rule = '')
order by done_on desc, certificate desc limit 1
