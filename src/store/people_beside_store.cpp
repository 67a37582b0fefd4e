// SPDX-License-Identifier: MIT
#include "store/people_beside_store.h"

#include "sql_statements.h"

namespace casekeeper {
namespace {

std::vector<std::string> texts(Query& query) {
    std::vector<std::string> found;
    query.each(1, [&](const Row& row) { found.push_back(row.text(0)); });
    return found;
}

}  // namespace

std::vector<std::string> PeopleBesideStore::people(const std::string& person) {
    return texts(database_.query(sql::beside::people).set("person", person));
}

std::vector<std::string> PeopleBesideStore::names(const std::string& person) {
    return texts(database_.query(sql::beside::names).set("person", person));
}

std::vector<PeopleBesideStore::InEntry> PeopleBesideStore::in_entries(const std::string& person) {
    std::vector<InEntry> found;
    database_.query(sql::beside::in_entries).set("person", person).each(5, [&](const Row& row) {
        found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)});
    });
    return found;
}

}  // namespace casekeeper
