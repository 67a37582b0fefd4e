// SPDX-License-Identifier: MIT
//
// What a person does under their name: who, when, on which day, and how the register names records.
#pragma once

#include <string>

#include "base/calendar.h"
#include "custody/pseudonym.h"

namespace casekeeper {

struct SignedAct {
    std::string actor;
    std::string at;  // RFC 3339
    Date day{};
    const Pseudonyms& pseudonyms;
};

}  // namespace casekeeper
