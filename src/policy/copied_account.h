// SPDX-License-Identifier: MIT
//
// The same account (domain/account_print.h) in the records of two people: a sign that one of them is another's.
// Brothers and sisters who are seen together have one account, lawfully written in both of their records.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "policy/mention.h"

namespace casekeeper {

// Does it call each of two people, with their records as they are joined, by a name that the other has not? Then it is of
// both. Between relatives the same account is none to ask about either: who they are the caller knows.
bool is_of_both(std::string_view account, const std::vector<PersonNames>& one,
                const std::vector<PersonNames>& other);

// In the records of more people it is a standard text, which says nothing of where it belongs.
inline constexpr std::size_t most_people_with_one_account = 3;

// Of two entries with one account, is only the other the one to ask about: was this one recorded before it? Of two that
// cannot be told, both are. Moments; empty: not recorded.
bool is_the_first(std::string_view recorded_at, std::string_view other_recorded_at);

}  // namespace casekeeper
