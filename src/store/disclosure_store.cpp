// SPDX-License-Identifier: MIT
#include "store/disclosure_store.h"

#include <algorithm>

#include "base/blank_text.h"
#include "sql_statements.h"

namespace casekeeper {

std::vector<std::string> DisclosureStore::perhaps_incomplete(const std::string& after, int size) {
    std::vector<std::string> ids;
    database_.query(sql::disclosures::page_of_perhaps_incomplete)
        .set("after", after)
        .set("blanks", blanks())
        .set("size", size)
        .each(1, [&](const Row& row) { ids.push_back(row.text(0)); });
    return ids;
}

std::vector<std::string> DisclosureStore::with_override(const std::string& after, const std::string& since,
                                                        int size) {
    std::vector<std::string> ids;
    database_.query(sql::disclosures::page_with_override)
        .set("after", after)
        .set("since", since)
        .set("size", size)
        .each(1, [&](const Row& row) { ids.push_back(row.text(0)); });
    return ids;
}

void DisclosureStore::note_recorded(const std::string& disclosure, const std::string& at) {
    database_.query(sql::disclosures::note_recorded).set("id", disclosure).set("recorded_at", at).run();
}

bool DisclosureStore::is_recorded_here(const std::string& disclosure) {
    return database_.query(sql::disclosures::is_recorded_here).set("id", disclosure).number() > 0;
}

std::vector<std::string> DisclosureStore::people_with_changes(const std::string& after, int size) {
    std::vector<std::string> people;
    database_.query(sql::disclosures::page_of_people_with_changes)
        .set("after", after)
        .set("size", size)
        .each(1, [&](const Row& row) { people.push_back(row.text(0)); });
    return people;
}

std::vector<ChangedPart> DisclosureStore::changed_parts(const std::string& person) {
    std::vector<ChangedPart> parts;
    database_.query(sql::disclosures::changed_parts_of_person)
        .set("person", person)
        .each(4, [&](const Row& row) {
            parts.push_back({row.text(0) + ":" + row.text(1), row.text(2), row.text(3)});
        });
    std::sort(parts.begin(), parts.end(),
              [](const ChangedPart& a, const ChangedPart& b) { return a.item < b.item; });
    return parts;
}

}  // namespace casekeeper
