// SPDX-License-Identifier: MIT
#include "custody/involvements_kept_back.h"

#include "store/access_store.h"

namespace casekeeper {

std::set<std::string> involvements_kept_back(Database& database, const CaseFile& file) {
    const std::string type = "involvement:";
    std::set<std::string> found;
    AccessStore cases(database);
    for (const PersonFacts& person : file.people)
        for (const AccessCase& one : cases.of_person(person.id))
            for (const AccessItem& item : cases.items(one.request)) {
                const bool is_whole = item.about.empty() && (!item.decision || item.decision == "withhold");
                if (is_whole && item.item.starts_with(type)) found.insert(item.item.substr(type.size()));
            }
    return found;
}

}  // namespace casekeeper
