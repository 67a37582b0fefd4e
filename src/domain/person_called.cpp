// SPDX-License-Identifier: MIT
#include "domain/person_called.h"

#include "base/json_read.h"

namespace casekeeper {

std::string person_called(const Record& person) {
    const std::vector<std::string> known_as = json_texts(person.value("known_as").value_or("[]"));
    if (!known_as.empty()) return known_as.front();
    const std::string given = person.value("given_names").value_or("");
    const std::string first = given.substr(0, given.find(' '));
    return first.empty() ? person.value("family_name").value_or("") : first;
}

}  // namespace casekeeper
