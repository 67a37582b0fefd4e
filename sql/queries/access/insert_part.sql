-- What became of a part of the file when it was sent.
insert into access_part (request, item, outcome, content) values (:request, :item, :outcome, :content)
