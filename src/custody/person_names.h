// SPDX-License-Identifier: MIT
//
// What the record of a person says that a text may call them by: names, the day of birth, numbers.
#pragma once

#include "domain/record_format.h"
#include "policy/mention.h"

namespace casekeeper {

// Without telephone numbers and addresses of mail. REQUIRES: a record of type person.
PersonNames names_of(const Record& person);

}  // namespace casekeeper
