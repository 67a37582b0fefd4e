-- Who brought in rows of the record of an involvement's person, whatever the records of one human being.
select distinct b.brought_by
from involvement i
join brought_in b on b.person = i.person
    or b.person in (
        select other.person from same_person mine join same_person other on other.human = mine.human
        where mine.person = i.person)
where i.id = :involvement
order by b.brought_by
