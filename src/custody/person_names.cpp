// SPDX-License-Identifier: MIT
#include "custody/person_names.h"

#include "base/json_read.h"

namespace casekeeper {

PersonNames names_of(const Record& person) {
    PersonNames names;
    names.key = "person:" + person.key();
    names.given_names = person.value("given_names").value_or("");
    names.family_name = person.value("family_name").value_or("");
    names.known_as = json_texts(person.value("known_as").value_or("[]"));
    names.former_names = json_texts(person.value("former_names").value_or("[]"));
    names.dob = parse_date(person.value("date_of_birth").value_or(""));
    for (const auto& [kind, value] : json_pairs(person.value("identifiers").value_or("{}")))
        names.identifiers.push_back(value);
    return names;
}

}  // namespace casekeeper
