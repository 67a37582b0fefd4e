-- The entries of one involvement, with what their verdict is read from.
select id, coalesce(classification, ''), coalesce(flags, '[]'), coalesce(account, ''), coalesce(decision, ''),
    coalesce(reason, ''), coalesce(subject_words, ''), remarks
from entry where involvement = :involvement order by id
