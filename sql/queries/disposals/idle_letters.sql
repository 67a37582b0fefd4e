-- The next involvements of whose end a letter was written that was not sent, and is not proposed any more.
select n.involvement from destruction_notice n
where n.letter is not null and n.sent_on is null and n.waived_on is null and n.involvement > :after
    and not exists (
        select 1 from proposal p
        where p.involvement = n.involvement and p.state in ('proposed', 'approved', 'packed'))
order by n.involvement limit :size
