// SPDX-License-Identifier: MIT
//
// The same account (domain/account_print.h) in the records of two people: a sign that one of them is another's.
// Brothers and sisters who are seen together have one account, lawfully written in both of their records.
#pragma once

#include <string_view>
#include <vector>

#include "policy/mention.h"

namespace casekeeper {

// Does it call each of two people, with their records as they are joined, by a name that the other has not? Then it is of
// both. Between relatives the same account is none to ask about either: who they are the caller knows.
bool is_of_both(std::string_view account, const std::vector<PersonNames>& one,
                const std::vector<PersonNames>& other);

}  // namespace casekeeper
