-- A new relationship; affects no row where one of that id is there.
insert into relationship (
    id, person, kind, other, name, known_to_subject, consent_to_disclose, consent_on)
values (
    :id, :person, :kind, :other, :name, :known_to_subject, :consent_to_disclose, :consent_on)
on conflict (id) do nothing
