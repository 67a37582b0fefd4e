-- Records said to be of the same human being as this one.
select other from relationship where person = :person and kind = 'same-person' and other is not null
union
select person from relationship where other = :person and kind = 'same-person'
order by 1
