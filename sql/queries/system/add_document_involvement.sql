-- A document also lies in an involvement.
insert into document_involvement (document, involvement) values (:document, :involvement)
on conflict (document, involvement) do nothing
