-- What a program read of a stored document, so that it is read once: by its content, whoever's it is. It ends with the
-- last document, or material of a request, that has this content.
create table document_words (
    sha256 plain_text primary key,
    -- by which version of the readers (output/document_text): a later one reads again
    reader integer not null,
    -- pdf, word, open_document, plain_text, page, mail, picture, archive, other
    kind plain_text not null,
    -- 1: all of it is among the words, nothing is left for human eyes alone
    is_read integer not null,
    words plain_text not null
)
