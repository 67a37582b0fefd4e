-- The next involvements whose person is owed a letter that is not written yet.
select n.involvement from destruction_notice n
where n.letter is null and n.sent_on is null and n.waived_on is null and n.involvement > :after
    and exists (
        select 1 from proposal p
        where p.involvement = n.involvement and p.state in ('proposed', 'approved', 'packed'))
order by n.involvement limit :size
