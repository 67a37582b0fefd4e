// SPDX-License-Identifier: MIT
//
// What a letter calls somebody by: never the whole of their name.
#pragma once

#include <string>

#include "domain/record_format.h"

namespace casekeeper {

// The name they are known as, else the first of their given names, else the family name. REQUIRES: a person.
std::string person_called(const Record& person);

}  // namespace casekeeper
