// SPDX-License-Identifier: MIT
#include "intake/corrected_fact.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "base/json_read.h"

namespace casekeeper {
namespace {

// What is told of a record, and goes on being so.
constexpr std::string_view of_person[] = {"family_name", "given_names", "date_of_birth", "date_of_death",
                                          "identifiers"};
constexpr std::string_view of_involvement[] = {"service", "opened", "closed", "closure_reason", "roles"};
constexpr std::string_view of_entry[] = {"kind",          "occurred_at", "author", "present",
                                         "account",       "decision",    "reason", "decided_by",
                                         "subject_words", "mentions"};
constexpr std::string_view of_document[] = {"sha256"};

std::span<const std::string_view> facts_of(RecordType type) {
    switch (type) {
        case RecordType::person:
            return of_person;
        case RecordType::involvement:
            return of_involvement;
        case RecordType::entry:
            return of_entry;
        case RecordType::document:
            return of_document;
        default:
            return {};
    }
}

// Where somebody lived, whenever: "14 Mill Lane|PE36 5LS".
std::vector<std::string> homes_of(const Record& person) {
    std::vector<std::string> homes;
    for (const std::string& address :
         json_items_at("{\"all\":" + person.value("addresses").value_or("[]") + "}", "all")) {
        std::string home;
        for (const std::string& line : json_texts_at(address, "lines")) home += line + "|";
        homes.push_back(home + json_text_at(address, "postcode"));
    }
    std::sort(homes.begin(), homes.end());
    return homes;
}

}  // namespace

bool is_corrected(const Record& before, const Record& after) {
    for (const std::string_view field : facts_of(after.type))
        if (before.value(field) && before.value(field) != after.value(field)) return true;
    if (after.type != RecordType::person) return false;
    const std::vector<std::string> then = homes_of(before);
    const std::vector<std::string> now = homes_of(after);
    return !std::includes(now.begin(), now.end(), then.begin(), then.end());
}

}  // namespace casekeeper
