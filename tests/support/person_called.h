// SPDX-License-Identifier: MIT
//
// Somebody for the tests of names: called so, born on a day (ISO; empty: it is not known), with these numbers.
#pragma once

#include <string>
#include <vector>

#include "policy/mention.h"

namespace casekeeper::test {

inline PersonNames called(const std::string& given, const std::string& family, const std::string& born = "",
                          const std::vector<std::string>& numbers = {}) {
    PersonNames person;
    person.given_names = given;
    person.family_name = family;
    person.dob = parse_date(born);
    person.identifiers = numbers;
    return person;
}

}  // namespace casekeeper::test
