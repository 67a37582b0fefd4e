// SPDX-License-Identifier: MIT
#include "store/document_words_store.h"

#include "sql_statements.h"

namespace casekeeper {

std::optional<StoredWords> DocumentWordsStore::find(const std::string& sha256, int reader) {
    std::optional<StoredWords> found;
    database_.query(sql::documents::find_words)
        .set("sha256", sha256)
        .set("reader", reader)
        .each(3, [&](const Row& row) {
            found = StoredWords{row.number(0) != 0, row.text(1), row.text(2)};
        });
    return found;
}

std::vector<std::string> DocumentWordsStore::unread_of(const std::string& person, int reader) {
    std::vector<std::string> contents;
    database_.query(sql::documents::unread_contents)
        .set("person", person)
        .set("reader", reader)
        .each(1, [&](const Row& row) { contents.push_back(row.text(0)); });
    return contents;
}

std::vector<std::string> DocumentWordsStore::people_with_unread(const std::string& after, int reader,
                                                                int size) {
    std::vector<std::string> people;
    if (database_.query(sql::documents::has_unread).set("reader", reader).number() == 0) return people;
    database_.query(sql::documents::people_with_unread)
        .set("after", after)
        .set("reader", reader)
        .set("size", size)
        .each(1, [&](const Row& row) { people.push_back(row.text(0)); });
    return people;
}

void DocumentWordsStore::mark_sharers_of(const std::string& person) {
    database_.query(sql::documents::mark_sharers).set("person", person).run();
}

void DocumentWordsStore::keep(const std::string& sha256, int reader, const StoredWords& words) {
    database_.query(sql::documents::keep_words)
        .set("sha256", sha256)
        .set("reader", reader)
        .set("kind", words.kind)
        .set("is_read", words.is_read ? 1 : 0)
        .set("words", words.words)
        .run();
}

void DocumentWordsStore::forget(const std::string& sha256) {
    database_.query(sql::documents::forget_words).set("sha256", sha256).run();
}

}  // namespace casekeeper
