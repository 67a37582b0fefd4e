-- A certificate of destruction.
insert into certificate (number, issued_at, certificate) values (:number, :issued_at, :certificate)
