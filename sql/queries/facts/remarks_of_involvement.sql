-- What stands beside an involvement and its entries, in which a hold's words are sought too.
select remarks from entry where involvement = :involvement and remarks is not null
union all
select remarks from involvement where id = :involvement and remarks is not null
