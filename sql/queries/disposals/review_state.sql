-- How far the disposition review has come.
select reviewed_on, schedule from review_state where one = 1
