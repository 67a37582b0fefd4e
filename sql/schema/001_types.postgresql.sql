-- One text type that sorts as bytes, so that order and paging are the same bytes on both engines.
create domain plain_text as text collate "C"
