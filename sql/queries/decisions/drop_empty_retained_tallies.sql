-- Months in which no retained decision of a kind falls due any more.
delete from retained_tally where decisions = 0
