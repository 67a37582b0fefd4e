-- The next people of whom a decision needs a person in one way.
select distinct person from decision where attention = :attention and person > :after
order by person limit :size
