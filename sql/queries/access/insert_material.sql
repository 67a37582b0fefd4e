-- A scan or a paper from outside the store becomes a document of the request.
insert into access_material (request, number, title, place, media_type, sha256, added_on, added_by)
values (:request, :number, :title, :place, :media_type, :sha256, :added_on, :added_by)
