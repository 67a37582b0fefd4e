-- Kinds of which no decision is left.
delete from decision_tally where decisions = 0
