-- Files waiting to be unlinked.
select digest from erasure_intention where digest > :after order by digest limit :size
